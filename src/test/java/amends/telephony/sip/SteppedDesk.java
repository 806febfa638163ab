package amends.telephony.sip;

import amends.media.CallTap;
import amends.media.Marker;
import amends.media.MediaStatistics;
import amends.media.MediaWishes;
import amends.media.Pace;
import amends.media.PortRange;
import amends.media.RtpMediaPlane;
import amends.media.ffm.SteppedSound;
import amends.rtp.VoiceCoders;
import amends.rtp.VoiceCoding;
import amends.sip.Transport;
import amends.telephony.CallEvent;
import amends.telephony.CallId;
import amends.telephony.EncryptionWish;
import amends.telephony.LineState;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A desk's telephone and media on stepped time, on a machine with a clock and a sound card with a crystal of its own. */
final class SteppedDesk implements AutoCloseable {
    private final SteppedTime time;
    private final SteppedTime.Crystal clock;
    private final SteppedLoop loop;
    private final RtpMediaPlane media;
    private final SteppedSound sound;
    private Pace.Turns turns;
    private boolean over;
    private Runnable spoke = () -> {};
    final List<CallEvent> events = new ArrayList<>();
    final SipPhone phone;

    SteppedDesk(SteppedTime time, String user, int port, int clockPpm, int soundPpm, Marker says, Marker hears)
            throws InterruptedException {
        this.time = time;
        clock = time.crystal(clockPpm);
        loop = new SteppedLoop(time, clock);
        sound = new SteppedSound(says, hears);
        media = new RtpMediaPlane(
                InetAddress::getLoopbackAddress,
                PortRange.ANY,
                new MediaWishes(List.of(VoiceCoding.PCMA), EncryptionWish.OFF, VoiceCoders.OWN),
                sound,
                call -> CallTap.NONE,
                clock,
                this::begin);
        time.add(new MediaPart());
        time.add(new SoundPart(time.crystal(soundPpm)));
        var account =
                Account.at("127.0.0.1", port, Transport.UDP, user, "pw" + user).withExpiry(Duration.ofDays(1));
        phone = new SipPhone(account, media, loop, clock);
        phone.onCallEvent(events::add);
        phone.open();
        time.until(user + " is registered", () -> phone.state() instanceof LineState.Registered);
    }

    private Pace.Rhythm begin(Pace.Turns given) {
        turns = given;
        return () -> {
            over = true;
            given.end();
        };
    }

    private final class MediaPart implements SteppedTime.Part {
        @Override
        public long due() {
            long left = over ? Long.MAX_VALUE : turns.left();
            if (left == Long.MAX_VALUE) return left;
            return left <= 0 ? time.now() : clock.when(clock.nanos() + left);
        }

        @Override
        public void happen() {
            turns.turn(0);
            spoke.run();
        }

        @Override
        public boolean stir() {
            if (!over) happen();
            return false;
        }
    }

    private final class SoundPart implements SteppedTime.Part {
        private final SteppedTime.Crystal crystal;
        private long moves;
        private long due;

        SoundPart(SteppedTime.Crystal crystal) {
            this.crystal = crystal;
            moves = crystal.nanos() / SteppedSound.PIECE_NANOS + 1;
            due = crystal.when(moves * SteppedSound.PIECE_NANOS);
        }

        @Override
        public long due() {
            return due;
        }

        @Override
        public void happen() {
            sound.move(due);
            due = crystal.when(++moves * SteppedSound.PIECE_NANOS);
        }
    }

    /** @param then after each turn of the media: it may have said something */
    void whenSpoke(Runnable then) {
        spoke = then;
    }

    /** Something may have arrived, or been asked for. */
    void turn() {
        turns.turn(0);
    }

    SteppedTime.Crystal clock() {
        return clock;
    }

    boolean heard(Class<? extends CallEvent> kind) {
        return events.stream().anyMatch(kind::isInstance);
    }

    MediaStatistics statistics(CallId call) {
        return media.of(call).orElseThrow();
    }

    /** Timers that are set, and samples in the sound card's rings: what could grow. */
    int timers() {
        return loop.waiting();
    }

    int samplesWaiting() {
        return sound.waiting();
    }

    @Override
    public void close() {
        phone.close();
        time.until(
                "the line is closed", () -> phone.ended().toCompletableFuture().isDone());
        media.close();
    }
}
