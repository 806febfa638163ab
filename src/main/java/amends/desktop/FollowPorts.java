package amends.desktop;

import amends.contact.Contact;
import amends.knowledge.Article;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.Flow;
import amends.knowledge.FlowKeeping;
import amends.knowledge.FlowWalk;
import amends.telephony.CallId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What is followed in a call: flows, and articles that are at hand and go out.
 *
 * @param flows all in use; blocks
 * @param earlier a flow that somebody began with the same customer and did not end; blocks
 * @param articles as they now stand; blocks
 */
public record FollowPorts(
        Supplier<List<Flow>> flows,
        FlowKeeping keeping,
        Function<Contact, Optional<Earlier>> earlier,
        PaymentPause pause,
        Function<ArticleId, Optional<Article>> articles,
        AtHand atHand,
        Texting texting) {

    /** @param by whose it was; may be empty @param at when it was last touched */
    public record Earlier(FlowWalk walk, String by, Instant at) {}

    /** What is said is not recorded meanwhile. Any thread; returns at once. */
    public interface PaymentPause {
        /** @return false when this call is not recorded here */
        boolean begin(CallId call);

        void end(CallId call);
    }

    /** What who sits here wants at hand. All of it blocks. */
    public interface AtHand {
        /** Slugs of articles. */
        Set<String> favourites();

        void favour(String article, boolean wanted);

        /** What is new or changed since their last shift, the newest first. */
        List<Article> fresh(ArticleLanguage language, int most);
    }

    /** Sends the part of an article that is for customers. Blocks. */
    public interface Texting {
        Sent send(UUID contact, String number, Article article, String text);
    }

    /** What became of it. */
    public enum Sent {
        /** It is on its way; the same again in this contact is not sent twice. */
        ON_ITS_WAY,
        /** Nobody carries short messages here. */
        NO_MESSAGES,
        /** It is no number to which a message can go. */
        NO_NUMBER,
        NOT_PERMITTED
    }
}
