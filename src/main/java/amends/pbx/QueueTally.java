package amends.pbx;

import java.time.Duration;
import java.util.List;

/** What a queue has achieved since it was opened. Belongs to the exchange's loop. */
final class QueueTally {
    private final Duration serviceLevel;
    private int connected;
    private int completed;
    private int abandoned;
    private int prompt;
    private long held;
    private long talked;

    QueueTally(Duration serviceLevel) {
        this.serviceLevel = serviceLevel;
    }

    /** In seconds. */
    void connected(long holdTime) {
        connected++;
        held += holdTime;
    }

    /** In seconds. */
    void completed(long holdTime, long talkTime) {
        completed++;
        talked += talkTime;
        if (holdTime <= serviceLevel.toSeconds()) prompt++;
    }

    void abandoned() {
        abandoned++;
    }

    QueueView view(String name, List<MemberView> members, List<QueueView.Entry> waiting) {
        return new QueueView(
                name,
                members,
                waiting,
                connected == 0 ? 0 : held / connected,
                completed == 0 ? 0 : talked / completed,
                completed,
                abandoned,
                serviceLevel.toSeconds(),
                prompt);
    }
}
