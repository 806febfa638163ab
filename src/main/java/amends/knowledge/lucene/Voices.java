package amends.knowledge.lucene;

import amends.knowledge.ArticleId;
import java.util.List;

/** What has a say in the order of answers beside their words: what was confirmed before, and what is meant. */
record Voices(ConfirmedQuestions confirmed, Nearness near) {
    static final Voices NONE = new Voices(ConfirmedQuestions.NONE, Nearness.NONE);

    boolean isEmpty() {
        return confirmed.isEmpty() && near.isEmpty();
    }

    /** Articles that may be the answer though they may have no word of the question. */
    List<ArticleId> related() {
        return near.related();
    }

    /**
     * What each article gains, as a share of what the question says; may be less than 0.
     *
     * @param among in whose order it is told
     */
    float[] gains(Question question, List<ArticleId> among) {
        float[] gains = confirmed.isEmpty() ? new float[among.size()] : confirmed.gains(question, among);
        for (int i = 0; i < gains.length; i++) gains[i] += near.gain(among.get(i));
        return gains;
    }
}
