package amends.sms;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.DatabaseAddress;
import amends.kernel.jdbc.JdbcDuties;
import amends.kernel.jdbc.TestEngine;
import amends.law.BesideWhatWaits;
import amends.simulation.SimulatedSmsc;
import amends.simulation.SmscMessage;
import amends.sms.SmsCourse.State;
import amends.sms.jdbc.JdbcSmsBook;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The process that sends is ended by {@code kill -9} at random moments while it has 200 messages to send; the centre
 * here is the witness. {@code -Damends.sms-kills=N}: so many kills, instead of 5.
 */
@BesideWhatWaits
class KilledSenderIT {
    private static final Logger LOG = LoggerFactory.getLogger(KilledSenderIT.class);
    private static final int KILLS = Integer.getInteger("amends.sms-kills", 5);
    private static final Duration AROUND_THE_ANSWER = Duration.ofMillis(25);
    private final Random random = new Random(KILLS);
    /** How many messages the centre had taken when the database was known to have the answer of each. */
    private final Map<UUID, Integer> stored = new HashMap<>();

    @TempDir
    Path folder;

    private SimulatedSmsc smsc;

    private String url() {
        return "jdbc:h2:file:" + folder.resolve("amends");
    }

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void none_is_lost_none_goes_twice_whose_answer_was_kept_and_what_may_have_gone_twice_is_marked() throws Exception {
        try (var centre = SmsHouse.smsc()) {
            smsc = centre;
            withBook(book ->
                    IntStream.range(0, SenderProcess.MESSAGES).forEach(i -> book.put(SenderProcess.message(i))));
            int kills = 0;
            while (kills < KILLS && run(quota(KILLS - kills))) kills++;
            LOG.info(
                    "killed {} times, {} messages taken until then",
                    kills,
                    smsc.taken().size());
            assertThat(run(Integer.MAX_VALUE)).as("killed").isFalse();
            assertThat(kills).isEqualTo(KILLS);
            withBook(this::judge);
        }
    }

    private interface BookWork {
        void on(SmsBook book);
    }

    private void withBook(BookWork work) {
        try (Database database = TestEngine.open(new DatabaseAddress(url(), "", ""))) {
            work.on(new JdbcSmsBook(database, new JdbcDuties(database), Timekeeper.system()));
        }
    }

    /** After how many more messages the next kill comes, so that they last for all kills. */
    private int quota(int killsLeft) {
        long sent = smsc.taken().stream().map(SmscMessage::text).distinct().count();
        int mean = (int) Math.max(1, (SenderProcess.MESSAGES - sent) / (killsLeft + 1));
        return 1 + random.nextInt(2 * mean - 1);
    }

    /** @return whether it was killed, after so many more messages and a moment; else it ended because all was over */
    private boolean run(int messages) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SenderProcess.class.getName(),
                        url(),
                        String.valueOf(smsc.port()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long until =
                messages == Integer.MAX_VALUE ? Integer.MAX_VALUE : smsc.taken().size() + messages;
        Thread killer = Thread.ofVirtual().start(() -> killWhen(process, until));
        boolean over = false;
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line; (line = lines.readLine()) != null; ) {
                if (line.startsWith("stored "))
                    stored.putIfAbsent(
                            UUID.fromString(line.substring(7)), smsc.taken().size());
                over |= line.equals("over");
            }
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        killer.interrupt();
        killer.join();
        return !over;
    }

    private void killWhen(Process process, long taken) {
        while (smsc.taken().size() < taken && process.isAlive() && !Thread.interrupted())
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        LockSupport.parkNanos(random.nextLong(AROUND_THE_ANSWER.toNanos()));
        if (smsc.taken().size() >= taken) process.toHandle().destroyForcibly();
    }

    private void judge(SmsBook book) {
        List<SmscMessage> taken = smsc.taken();
        int twice = 0;
        int unsure = 0;
        for (int i = 0; i < SenderProcess.MESSAGES; i++) {
            UUID id = SenderProcess.id(i);
            String text = "message " + i;
            List<Integer> places = IntStream.range(0, taken.size())
                    .filter(place -> taken.get(place).text().equals(text))
                    .boxed()
                    .toList();
            SmsCourse course = book.courseOf(id).orElseThrow();
            assertThat(places).as("lost: " + course).isNotEmpty();
            assertThat(course.state()).isEqualTo(State.DELIVERED);
            if (places.size() > 1)
                assertThat(course.unsure())
                        .as("sent twice and not marked: " + course)
                        .isTrue();
            assertThat(places.getLast())
                    .as("sent again after its answer was kept: " + course)
                    .isLessThan(stored.getOrDefault(id, Integer.MAX_VALUE));
            twice += places.size() - 1;
            unsure += course.unsure() ? 1 : 0;
        }
        LOG.info(
                "{} messages, {} kills: none lost, {} went again, {} are marked unsure, {} answers were seen to be kept",
                SenderProcess.MESSAGES,
                KILLS,
                twice,
                unsure,
                stored.size());
    }
}
