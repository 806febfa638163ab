package amends.knowledge;

import java.util.Map;

/**
 * Something known of a call that may point to an answer. What it says is searched for like a question; how much it
 * counts is its {@link #weight}. A suggestion names the cues that brought it, so that people can be told why it is
 * there.
 */
public sealed interface Cue {
    /** What is searched for among articles of this language; empty when it says nothing there. */
    String words(ArticleLanguage language);

    /** 0 to 1: how far what it says is what the customer calls about. */
    double weight();

    /** What the agent types during the call: the nearest there is to the customer's own words. */
    record Typed(String text) implements Cue {
        @Override
        public String words(ArticleLanguage language) {
            return text;
        }

        @Override
        public double weight() {
            return 1;
        }
    }

    /**
     * We failed this customer and owe something.
     *
     * @param kind which failure, for whoever words the reason
     */
    record Owed(String kind, Map<ArticleLanguage, String> means) implements Cue {
        @Override
        public String words(ArticleLanguage language) {
            return means.getOrDefault(language, "");
        }

        @Override
        public double weight() {
            return 0.8;
        }
    }

    /** The customer's latest contact was not solved. @param outcome how it was disposed of @param note its note */
    record LastContact(String outcome, String note) implements Cue {
        @Override
        public String words(ArticleLanguage language) {
            return note;
        }

        @Override
        public double weight() {
            return 0.7;
        }
    }

    /** What the caller chose in the exchange's menus. @param path as it is shown @param words the choices alone */
    record Menu(String path, String words) implements Cue {
        @Override
        public String words(ArticleLanguage language) {
            return words;
        }

        @Override
        public double weight() {
            return 0.6;
        }
    }

    /** The queue by which the call came. @param name as the distributor calls it */
    record Queue(String name, Map<ArticleLanguage, String> means) implements Cue {
        @Override
        public String words(ArticleLanguage language) {
            return means.getOrDefault(language, "");
        }

        @Override
        public double weight() {
            return 0.4;
        }
    }

    /** What colleagues noted of the customer. */
    record Note(String text) implements Cue {
        @Override
        public String words(ArticleLanguage language) {
            return text;
        }

        @Override
        public double weight() {
            return 0.3;
        }
    }

    /** The customer has a complaint that is not closed. @param number as people call it @param text what it is about */
    record Complained(int number, String text) implements Cue {
        @Override
        public String words(ArticleLanguage language) {
            return text;
        }

        @Override
        public double weight() {
            return 0.7;
        }
    }

    /** A flow is walked in the call. @param flow what it is called @param text what is said at its step */
    record FlowStep(String flow, String text) implements Cue {
        @Override
        public String words(ArticleLanguage language) {
            return flow + " " + text;
        }

        @Override
        public double weight() {
            return 0.6;
        }
    }

    /** What is known of the customer, as it stands on their profile. */
    record Tagged(String tag) implements Cue {
        @Override
        public String words(ArticleLanguage language) {
            return tag;
        }

        @Override
        public double weight() {
            return 0.25;
        }
    }

    /** The customer's standing. @param tier which, for whoever words the reason */
    record Tier(String tier, Map<ArticleLanguage, String> means) implements Cue {
        @Override
        public String words(ArticleLanguage language) {
            return means.getOrDefault(language, "");
        }

        @Override
        public double weight() {
            return 0.2;
        }
    }
}
