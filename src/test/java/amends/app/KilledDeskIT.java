package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contact.Contact;
import amends.contact.jdbc.JdbcContacts;
import amends.kernel.Timekeeper;
import amends.law.Undisturbed;
import amends.recording.Recording;
import amends.recording.jdbc.JdbcRecordings;
import amends.simulation.CallPlan;
import amends.simulation.CallSteps;
import amends.simulation.Persona;
import amends.simulation.SimulatedCall;
import amends.simulation.SimulatedCustomer;
import amends.simulation.SimulatedNetwork;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Desks that are ended by {@code kill -9} in mid-call, two side by side at one PBX. {@code -Damends.desk-kills=N}: so
 * many in all, instead of 6.
 */
@Undisturbed
class KilledDeskIT {
    private static final Logger LOG = LoggerFactory.getLogger(KilledDeskIT.class);
    private static final int KILLS = Integer.getInteger("amends.desk-kills", 6);
    private static final List<String> DESKS = List.of("1001", "1002");
    private static final Duration MOST_MISSING = Duration.ofMillis(500);
    /** Enough to know the place; how well it sounds is others' matter, here JVMs start beside it on the same cores. */
    private static final double PLACED = 0.9;

    /** Whose every two seconds are like no others. */
    private static final List<String> SAID = List.of("chen-opening", "wang-opening", "clarke-opening", "reed-opening");

    private static final Sound WORDS =
            Sound.of(SAID.stream().map(Sound::clip).toArray(Sound[]::new)).followedBySilence(5);

    private static final String PBX = """
            recording-announcement: false
            queues:
              - {name: q1001, numbers: ["801"], ring-seconds: 30, retry-seconds: 1}
              - {name: q1002, numbers: ["802"], ring-seconds: 30, retry-seconds: 1}
            """;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void a_desk_that_is_killed_in_the_call_loses_half_a_second_at_most_and_the_next_start_closes_what_it_left()
            throws Exception {
        try (var office = new Office(folder).withPbx(PBX);
                var network = new SimulatedNetwork(Timekeeper.system());
                var lanes = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<Future<List<Long>>>();
            for (String desk : DESKS) results.add(lanes.submit(new Lane(office, network, desk, share(desk))));
            var missing = new ArrayList<Long>();
            for (var result : results) missing.addAll(result.get(5, TimeUnit.MINUTES));
            LOG.info("missing after {} kills, ms: {}", missing.size(), missing);
            assertThat(missing).hasSize(KILLS).allMatch(ms -> ms <= MOST_MISSING.toMillis());
        }
    }

    private static int share(String desk) {
        return KILLS / DESKS.size() + (DESKS.indexOf(desk) < KILLS % DESKS.size() ? 1 : 0);
    }

    /** One desk that is killed again and again. Tells how many milliseconds were missing each time. */
    private record Lane(Office office, SimulatedNetwork network, String extension, int kills)
            implements Callable<List<Long>> {
        @Override
        public List<Long> call() throws Exception {
            var missing = new ArrayList<Long>();
            for (int kill = 1; kill <= kills; kill++) missing.add(killInCall(kill));
            lastDeskIsWhole();
            office.stored(extension, database -> {
                assertContacts(new JdbcContacts(database, Timekeeper.system(), "a reader").latest(kills + 1));
                assertRecordings(new JdbcRecordings(database).latest(kills + 1));
                return null;
            });
            return missing;
        }

        private long killInCall(int kill) throws Exception {
            try (var desk = office.readyDesk(extension, settings())) {
                var customer = new Customer(network, office, extension);
                long answered = desk.awaitLine("answered").at();
                long talk = 1500 + new Random(31L * kill + extension.hashCode()).nextInt(1500);
                LockSupport.parkNanos(Duration.ofMillis(talk).toNanos());
                long killed = desk.kill();
                customer.call.hangUp();
                long talked = Duration.ofNanos(killed - answered).toMillis();
                long said = Duration.ofNanos(killed - customer.speaksSince.get(1, TimeUnit.SECONDS))
                        .toMillis();
                return talked - recorded(said);
            }
        }

        private String settings() {
            return office.settings(extension, "q" + extension);
        }

        /** How long the newest recording is that can be heard, in milliseconds. @param said by the customer until the kill */
        private long recorded(long said) throws Exception {
            Path recording = office.recordings(extension).getLast();
            String home = office.home(extension).toString();
            assertThat(Main.run("recording", "verify", recording.toString(), "--home", home))
                    .as("interrupted")
                    .isEqualTo(3);
            var talk = RecordedTalk.of(office, extension, recording);
            long length = Math.round(talk.left().seconds() * 1000);
            Sound.Fit fit = talk.left().fitIn(WORDS);
            if (fit.correlation() > PLACED)
                LOG.info("by the customer's words {} ms are missing", said - fit.at() * 10L - length);
            assertThat(length).isPositive();
            return length;
        }

        private void lastDeskIsWhole() throws Exception {
            try (var desk = office.readyDesk(extension, settings(), "--calls", "1")) {
                var customer = new Customer(network, office, extension);
                desk.awaitLine("answered");
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
                customer.call.hangUp();
                assertThat(desk.exitCode(Duration.ofSeconds(30)))
                        .as(desk::output)
                        .isZero();
            }
        }

        private void assertContacts(List<Contact> newestFirst) {
            assertThat(newestFirst).hasSize(kills + 1);
            assertThat(newestFirst.getFirst().state()).isEqualTo(Contact.State.CLOSED);
            assertThat(newestFirst.subList(1, kills + 1))
                    .allMatch(contact -> contact.state() == Contact.State.INTERRUPTED)
                    .allMatch(contact -> contact.answered().isPresent())
                    .allMatch(contact -> contact.recording().isPresent())
                    .allMatch(contact -> contact.queue().equals("q" + extension));
        }

        private void assertRecordings(List<Recording> newestFirst) {
            assertThat(newestFirst).hasSize(kills + 1);
            assertThat(newestFirst.getFirst().state()).isEqualTo(Recording.State.SEALED);
            assertThat(newestFirst.subList(1, kills + 1))
                    .allMatch(recording -> recording.state() == Recording.State.INTERRUPTED);
        }
    }

    /** Speaks from the moment on at which the queue answers. */
    private static final class Customer {
        final CompletableFuture<Long> speaksSince = new CompletableFuture<>();
        final SimulatedCall call;

        Customer(SimulatedNetwork network, Office office, String extension) throws Exception {
            call = new SimulatedCustomer(network, new InetSocketAddress(Office.HOST, office.sipPort()), Persona.CHEN)
                    .call("q" + extension, CallPlan.whenTold(), new CallSteps() {
                        @Override
                        public void answered() {
                            speaksSince.complete(System.nanoTime());
                        }
                    });
            SAID.forEach(call::say);
        }
    }
}
