package amends.pbx;

/**
 * One member of a queue at one moment.
 *
 * @param lastCall, lastPause, loginTime seconds since 1970, 0 for never
 */
public record MemberView(
        String queue,
        String name,
        String device,
        int penalty,
        int callsTaken,
        long lastCall,
        long lastPause,
        long loginTime,
        boolean inCall,
        DeviceState state,
        boolean paused,
        String pausedReason) {}
