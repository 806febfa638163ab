package amends.pbx;

import java.util.List;

/**
 * One queue at one moment; times in whole seconds.
 *
 * @param holdTime, talkTime averages over the calls so far
 * @param prompt how many of the completed were answered within the service level
 */
public record QueueView(
        String name,
        List<MemberView> members,
        List<Entry> waiting,
        long holdTime,
        long talkTime,
        int completed,
        int abandoned,
        long serviceLevel,
        int prompt) {

    /** @param position from 1 */
    public record Entry(int position, ChannelView channel, long waited) {}

    public long available() {
        return members.stream()
                .filter(m -> !m.paused() && m.state() == DeviceState.NOT_INUSE)
                .count();
    }

    public long longestWait() {
        return waiting.stream().mapToLong(Entry::waited).max().orElse(0);
    }
}
