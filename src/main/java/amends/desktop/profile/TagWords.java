package amends.desktop.profile;

import amends.customer.FullProfile.ShownTag;
import amends.customer.Tag;
import amends.desktop.look.Look;
import amends.kernel.PlainText;
import amends.kernel.Timekeeper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A tag in words: what it says, where it comes from, how sure, until when. */
final class TagWords {
    private static final int LONGEST = 500;
    private final Look look;
    private final Timekeeper time;

    TagWords(Look look, Timekeeper time) {
        this.look = look;
        this.time = time;
    }

    String name(ShownTag tag) {
        Locale locale = look.texts().language().locale();
        String name =
                tag.rule().map(rule -> rule.name().in(locale)).orElse(tag.tag().name());
        return PlainText.line(name, Tag.LONGEST_NAME);
    }

    /** A disputed one is never shown as a fact. */
    String pill(ShownTag tag) {
        return tag.standing() == Tag.Standing.DISPUTED ? look.get("tag.disputed", name(tag)) : name(tag);
    }

    /** In one line. */
    String evidence(ShownTag tag) {
        return String.join("  ·  ", lines(tag));
    }

    List<String> lines(ShownTag shown) {
        Tag tag = shown.tag();
        var lines = new ArrayList<String>();
        tag.dispute().ifPresent(d -> lines.add(look.get("tag.why", PlainText.line(d.reason(), LONGEST))));
        shown.rule()
                .ifPresent(rule ->
                        lines.add(rule.because().in(look.texts().language().locale())));
        lines.add(PlainText.line(tag.evidence(), LONGEST));
        lines.add(look.get(
                "tag.source",
                look.texts().stateWord(tag.source()),
                look.texts().moment(tag.at(), time.now()),
                tag.confidence()));
        tag.expires()
                .ifPresent(end -> lines.add(look.get("tag.expires", look.texts().day(end))));
        if (!tag.openToCustomer()) lines.add(look.get("tag.hidden"));
        return lines;
    }
}
