package amends.media;

import amends.rtp.SequenceNumbers;

/** Where on the timeline the packets of one stream stand, in samples: told by one of them whose place is known. One thread. */
final class PacketPlaces {
    private long ssrc;
    private int clockRate;
    private long knownTimestamp;
    private long knownPlace;
    private int newestSequence;

    /** The stream of this packet is what is heard from now on, and it stands there. */
    void lay(Arrival arrival, long place) {
        ssrc = arrival.ssrc();
        clockRate = arrival.clockRate();
        knownTimestamp = arrival.packet().timestamp();
        newestSequence = arrival.packet().sequence() - 1;
        knownPlace = place;
    }

    boolean isOfStream(Arrival arrival) {
        return arrival.ssrc() == ssrc && arrival.clockRate() == clockRate;
    }

    long of(Arrival arrival) {
        long ticks = SequenceNumbers.ticksAhead(knownTimestamp, arrival.packet().timestamp());
        return knownPlace + ticks * Pcm.RATE / clockRate;
    }

    /** Whether nothing newer is known. */
    boolean isNewest(Arrival arrival) {
        return SequenceNumbers.ticksAhead(knownTimestamp, arrival.packet().timestamp()) >= 0;
    }

    /** Whether numbers between the newest and this one are missing. */
    boolean leavesOut(Arrival arrival) {
        return SequenceNumbers.ahead(newestSequence, arrival.packet().sequence()) > 1;
    }

    /** It is the newest now. */
    void note(Arrival arrival, long place) {
        newestSequence = arrival.packet().sequence();
        knownTimestamp = arrival.packet().timestamp();
        knownPlace = place;
    }

    /** The place of the newest. */
    long newest() {
        return knownPlace;
    }
}
