package amends.desktop;

import amends.knowledge.Authoring;
import amends.knowledge.FeedbackBox;
import amends.knowledge.Recalling;
import amends.knowledge.SearchMade;
import amends.knowledge.SearchQuality;
import amends.knowledge.Tending;
import amends.knowledge.WordKeeping;
import amends.staff.StaffMember;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * How articles are written and looked after; everything blocks and is asked in the background.
 *
 * @param searched keeps how a search ended
 * @param people who can own an article
 */
public record AuthorPorts(
        Authoring authoring,
        Recalling recalling,
        FeedbackBox feedback,
        AttachmentPorts attachments,
        Tending tending,
        WordKeeping words,
        SearchQuality quality,
        Consumer<SearchMade> searched,
        Supplier<List<StaffMember>> people) {}
