package amends.media.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import amends.media.Pcm;
import amends.media.Sounds;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Devices that misbehave, seen from the media thread. */
class RingDevicesTest {
    private final Trouble trouble = new Trouble("microphone");
    private final CountDownLatch stuck = new CountDownLatch(1);
    private final CountDownLatch entered = new CountDownLatch(1);
    private final short[] frame = Sounds.tone(440, 5000, Pcm.FRAME);

    @AfterEach
    void release() {
        stuck.countDown();
    }

    @Test
    void a_loudspeaker_that_blocks_for_ever_costs_the_media_thread_nothing() throws InterruptedException {
        try (var speaker = RingSpeaker.open("test", FrameRing.nimble(), 0, this::blockingPlayback, trouble)) {
            speaker.write(frame);
            entered.await();
            long began = System.nanoTime();
            for (int i = 0; i < 500; i++) speaker.write(frame);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
            assertThat(speaker.ring().dropped()).isGreaterThan(480);
        }
    }

    @Test
    void a_microphone_that_blocks_for_ever_is_silence() throws InterruptedException {
        try (var microphone = RingMicrophone.open(this::blockingCapture, trouble)) {
            entered.await();
            long began = System.nanoTime();
            var heard = frame.clone();
            for (int i = 0; i < 500; i++) microphone.read(heard);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
            assertThat(Sounds.rms(heard)).isZero();
        }
    }

    @Test
    void what_was_said_while_nobody_listened_is_never_told() throws InterruptedException {
        var given = new ArrayBlockingQueue<short[]>(1);
        var taken = new Semaphore(0);
        CaptureLine line = new CaptureLine() {
            @Override
            public void read(short[] into) throws IOException {
                taken.release();
                try {
                    System.arraycopy(given.take(), 0, into, 0, into.length);
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }

            @Override
            public void close() {}
        };
        try (var microphone = RingMicrophone.open(() -> line, trouble)) {
            for (int i = 0; i < 5; i++) given.put(frame);
            // Asking for the next it has put the one before into the ring.
            taken.acquire(6);
            microphone.skip();
            var heard = frame.clone();
            microphone.read(heard);
            assertThat(Sounds.rms(heard)).isZero();
            given.put(new short[Pcm.FRAME]);
        }
    }

    @Test
    void a_device_that_hangs_while_it_is_opened_can_still_be_closed() throws InterruptedException {
        var microphone = RingMicrophone.open(
                () -> {
                    hang();
                    throw new IOException("too late");
                },
                trouble);
        entered.await();
        microphone.close();
        var heard = frame.clone();
        microphone.read(heard);
        assertThat(Sounds.rms(heard)).isZero();
    }

    @Test
    void a_missing_device_is_said_in_one_line() throws InterruptedException {
        var tried = new CountDownLatch(1);
        CaptureLine.Opener opener = () -> {
            tried.countDown();
            throw new IOException("there is none\r\nat all");
        };
        try (var microphone = RingMicrophone.open(opener, trouble)) {
            tried.await();
            await(() -> !trouble.line().isEmpty());
            assertThat(trouble.line()).isEqualTo("The microphone does not work: there is none at all");
        }
    }

    @Test
    void a_device_that_comes_back_is_used_again_and_the_trouble_is_over() throws InterruptedException {
        var attempts = new AtomicInteger();
        CaptureLine.Opener opener = () -> {
            if (attempts.getAndIncrement() == 0) throw new IOException("unplugged");
            return new SteadyCapture();
        };
        try (var microphone = RingMicrophone.open(opener, trouble)) {
            var heard = new short[Pcm.FRAME];
            await(() -> {
                microphone.read(heard);
                return Sounds.rms(heard) > 0;
            });
            assertThat(trouble.line()).isEmpty();
            assertThat(attempts).hasValue(2);
        }
    }

    @Test
    void what_stands_in_is_told_and_gives_way_when_the_chosen_device_is_back() throws InterruptedException {
        var back = new AtomicBoolean();
        var opened = new AtomicInteger();
        var trouble = new Trouble("microphone");
        CaptureLine.Opener opener = () -> {
            opened.incrementAndGet();
            var standIn = new StandIn(back.get() ? "" : "Jabra", back::get);
            return new CaptureLine() {
                @Override
                public void read(short[] frame) {
                    LockSupport.parkNanos(200_000);
                }

                @Override
                public String remark() {
                    return standIn.remark();
                }

                @Override
                public boolean outdated() {
                    return standIn.outdated();
                }

                @Override
                public void close() {}
            };
        };
        try (var microphone = RingMicrophone.open(opener, trouble)) {
            await(() -> trouble.remark().contains("Jabra"));
            assertThat(trouble.line()).isEmpty();
            assertThat(opened).hasValue(1);
            back.set(true);
            await(() -> trouble.remark().isEmpty());
            assertThat(opened).hasValue(2);
            assertThat(microphone.ring().size()).isPositive();
        }
    }

    @Test
    void sound_does_not_wait_while_the_system_is_asked_for_the_chosen_device() throws InterruptedException {
        var standIn = new StandIn("Jabra", () -> {
            hang();
            return true;
        });
        assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThat(standIn.outdated()).isFalse());
        entered.await();
        assertThat(standIn.outdated()).isFalse();
        stuck.countDown();
        await(standIn::outdated);
    }

    @Test
    void ringing_is_heard_until_it_is_stopped() throws InterruptedException {
        var loud = new CountDownLatch(1);
        var closed = new CountDownLatch(1);
        var ringer = new JavaSoundRinger(() -> new PlaybackLine() {
            @Override
            public void write(short[] frame) {
                if (Sounds.rms(frame) > 1000) loud.countDown();
            }

            @Override
            public void close() {
                closed.countDown();
            }
        });
        ringer.start();
        ringer.start();
        assertThat(loud.await(30, TimeUnit.SECONDS)).isTrue();
        ringer.stop();
        assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
        ringer.stop();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        var never = new CountDownLatch(1);
        // Asked once only when it is true: asking may take something away.
        boolean came = condition.getAsBoolean();
        for (int i = 0; i < 2000 && !came; i++) {
            never.await(5, TimeUnit.MILLISECONDS);
            came = condition.getAsBoolean();
        }
        assertThat(came).isTrue();
    }

    private void hang() {
        entered.countDown();
        try {
            stuck.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private PlaybackLine blockingPlayback() {
        return new PlaybackLine() {
            @Override
            public void write(short[] frame) {
                hang();
            }

            @Override
            public void close() {}
        };
    }

    private CaptureLine blockingCapture() {
        return new CaptureLine() {
            @Override
            public void read(short[] frame) {
                hang();
            }

            @Override
            public void close() {}
        };
    }

    private final class SteadyCapture implements CaptureLine {
        private final CountDownLatch never = new CountDownLatch(1);

        @Override
        public void read(short[] out) throws IOException {
            try {
                never.await(5, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            System.arraycopy(frame, 0, out, 0, Pcm.FRAME);
        }

        @Override
        public void close() {}
    }
}
