package amends.survey;

import amends.kernel.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The surveys there are. Blocks; joins the caller's transaction. */
public interface Surveys {
    /** Keeps a new survey, once per id. @return false when it was there already, and nothing was changed */
    boolean add(Survey survey);

    /** Keeps a survey as it now stands. @return false when it no longer stood as expected: read it again */
    boolean change(Survey now, Survey.State expected);

    Optional<Survey> byId(UUID id);

    /** Those that this number may still answer, the latest due first. */
    List<Survey> openOf(PhoneNumber number);

    /** The one that was due last at this number, however it stands. */
    Optional<Survey> latestOf(PhoneNumber number, Instant dueAtTheLatest);

    /**
     * When this number or this customer was asked last, at what time ever that is due; questions that never arrived do
     * not count.
     */
    Optional<Instant> lastAsked(PhoneNumber number, Optional<UUID> customer);

    /** Keeps a message that answers a survey, once per id. */
    void keep(KeptReply reply);

    /** Oldest first. */
    List<KeptReply> repliesTo(UUID survey);

    /**
     * The owner of this number wishes to be asked no more; the first time and its words are kept as proof.
     */
    void refuse(PhoneNumber number, String text, Instant at);

    boolean isRefused(PhoneNumber number);
}
