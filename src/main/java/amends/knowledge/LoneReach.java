package amends.knowledge;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * How far one agent's word reaches: what they alone stand behind counts while it is among the latest {@value #MOST}
 * answers that they confirmed, in whatever articles. So who confirms hundreds a day, carelessly or by a program, moves no
 * more than that, and takes their own older words back with it.
 */
final class LoneReach {
    static final int MOST = 200;

    /** From when on what an agent alone stands behind counts. */
    interface Since {
        Instant of(UUID agent);
    }

    private final Confirmations confirmations;

    LoneReach(Confirmations confirmations) {
        this.confirmations = confirmations;
    }

    Instant since(UUID agent) {
        List<Confirmation> latest = confirmations.latestOf(agent, MOST);
        return latest.size() < MOST ? Instant.MIN : latest.getLast().at();
    }

    /**
     * The articles whose phrasings may count now and did not, or the other way round.
     *
     * @param moved how many of the agent's confirmations came to count, or ceased to
     */
    List<ArticleId> touched(UUID agent, int moved) {
        List<Confirmation> latest = confirmations.latestOf(agent, MOST + moved);
        return latest.stream()
                .skip(Math.max(0, MOST - moved))
                .map(Confirmation::article)
                .distinct()
                .toList();
    }
}
