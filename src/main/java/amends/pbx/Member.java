package amends.pbx;

/** One who takes a queue's calls. Belongs to the exchange's loop. */
final class Member {
    final String queue;
    final String device;
    final String name;
    final int penalty;
    final long loginTime;
    /** On the monotonic clock. */
    long idleSince;
    /** Not offered a call before this moment of the monotonic clock. */
    long restsUntil;

    boolean paused;
    String pausedReason = "";
    boolean inCall;
    /** The caller for whom the telephone rings, or null. */
    WaitingCaller offered;

    int callsTaken;
    long lastCall;
    long lastPause;

    Member(String queue, String device, String name, int penalty, long loginTime, long nanos) {
        this.queue = queue;
        this.device = device;
        this.name = name;
        this.penalty = penalty;
        this.loginTime = loginTime;
        this.idleSince = nanos;
        this.restsUntil = nanos;
    }

    boolean mayBeOffered(long nanos) {
        return !paused && !inCall && offered == null && nanos - restsUntil >= 0;
    }

    MemberView view(DeviceState state) {
        return new MemberView(
                queue,
                name,
                device,
                penalty,
                callsTaken,
                lastCall,
                lastPause,
                loginTime,
                inCall,
                state,
                paused,
                pausedReason);
    }
}
