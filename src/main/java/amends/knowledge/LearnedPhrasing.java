package amends.knowledge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A way of asking for an article that confirmed answers taught.
 *
 * @param weight 1 to {@value #MOST_WEIGHT}: by how many different agents stand behind it
 */
public record LearnedPhrasing(String words, int weight) {
    public static final int MOST_WEIGHT = 3;
    /** So many of its phrasings may an article owe to one agent alone: the latest. */
    static final int MOST_OF_ONE_AGENT = 3;
    /** An article that everything asks for answers nothing. */
    static final int MOST = 200;

    private static final int SHORTEST = 2;

    private static final class Support {
        final String words;
        final Set<UUID> agents = new HashSet<>();
        private Instant latest = Instant.MIN;

        Support(String words) {
            this.words = words;
        }

        void by(Confirmation one) {
            agents.add(one.agent());
            latest = one.at();
        }

        Optional<UUID> alone() {
            return agents.size() == 1 ? Optional.of(agents.iterator().next()) : Optional.empty();
        }

        LearnedPhrasing learned() {
            int weight = agents.size() >= 4 ? MOST_WEIGHT : agents.size() >= 2 ? 2 : 1;
            return new LearnedPhrasing(words, weight);
        }
    }

    /**
     * What one article's confirmations teach. A phrasing needs a contact that was solved; what one agent says counts
     * once however often they say it, and of phrasings that no colleague used the latest {@value #MOST_OF_ONE_AGENT} of
     * each agent, as far as their word reaches. What was disputed counts no more.
     *
     * @param confirmations of one article, oldest first
     */
    static List<LearnedPhrasing> from(List<Confirmation> confirmations, LoneReach.Since reach) {
        Map<String, Support> supported = new LinkedHashMap<>();
        for (Confirmation one : confirmations) {
            String said = plain(one.words());
            if (one.disputed() || one.outcome() != Confirmation.Outcome.SOLVED || said.length() < SHORTEST) continue;
            // Said again it becomes the latest.
            Support support = supported.remove(said);
            if (support == null) support = new Support(one.words());
            support.by(one);
            supported.put(said, support);
        }
        var learned = new ArrayList<LearnedPhrasing>();
        Map<UUID, Integer> alone = new HashMap<>();
        for (Support support : supported.values().stream().toList().reversed()) {
            Optional<UUID> agent = support.alone();
            if (agent.isPresent()
                    && (support.latest.isBefore(reach.of(agent.get()))
                            || alone.merge(agent.get(), 1, Integer::sum) > MOST_OF_ONE_AGENT)) continue;
            learned.add(support.learned());
        }
        return learned.stream()
                .sorted(Comparator.comparingInt(LearnedPhrasing::weight).reversed())
                .limit(MOST)
                .toList();
    }

    /** The same of confirmations of which each is by another agent. */
    public static List<LearnedPhrasing> from(List<Confirmation> confirmations) {
        return from(confirmations, agent -> Instant.MIN);
    }

    /** Letters and digits alone, small: the same question however it is punctuated. */
    public static String plain(String words) {
        return words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]+", "");
    }
}
