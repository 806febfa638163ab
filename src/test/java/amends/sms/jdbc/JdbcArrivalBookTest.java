package amends.sms.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.Ids;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OnEachEngine;
import amends.kernel.jdbc.TestEngine;
import amends.sms.ArrivalBook.StoredPart;
import amends.sms.ArrivalBook.Whole;
import amends.sms.SmsGateway.Arrival;
import amends.sms.SmsGateway.Part;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachEngine
class JdbcArrivalBookTest {
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    @Parameter
    TestEngine engine;

    @TempDir
    Path folder;

    private Database database;
    private JdbcArrivalBook book;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        book = new JdbcArrivalBook(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static Arrival arrival(String connection, boolean numbered, String text, Part part) {
        return new Arrival(
                connection, "f" + text, numbered, "+8613800138000", "10690", text, Optional.ofNullable(part));
    }

    private UUID kept(Arrival arrival) {
        UUID id = Ids.next();
        book.keep(id, arrival, NOON);
        return id;
    }

    @Test
    void the_same_on_another_connection_is_a_repetition() {
        kept(arrival("one", false, "5", null));

        assertThat(book.isRepeated(arrival("two", false, "5", null), NOON)).isTrue();
        assertThat(book.isRepeated(arrival("two", false, "5", null), NOON.plusSeconds(1)))
                .isFalse();
        assertThat(book.isRepeated(arrival("two", false, "4", null), NOON)).isFalse();
    }

    @Test
    void the_same_on_the_same_connection_is_another_message_unless_its_sender_numbered_it() {
        kept(arrival("one", false, "5", null));

        assertThat(book.isRepeated(arrival("one", false, "5", null), NOON)).isFalse();
        assertThat(book.isRepeated(arrival("one", true, "5", null), NOON)).isTrue();
    }

    @Test
    void parts_of_one_message_wait_together_with_half_characters_whole() {
        UUID first = kept(arrival("one", false, "a\uD83D", new Part(7, 1, 2)));
        UUID second = kept(arrival("one", false, "\uDE00b", new Part(7, 2, 2)));
        kept(arrival("one", false, "other", new Part(8, 1, 2)));

        List<StoredPart> waiting = book.waitingWith(first);
        assertThat(waiting).extracting(StoredPart::id).containsExactlyInAnyOrder(first, second);
        assertThat(waiting).extracting(StoredPart::text).contains("a\uD83D", "\uDE00b");
    }

    @Test
    void what_was_put_together_waits_no_more() {
        UUID part = kept(arrival("one", false, "a", new Part(7, 1, 2)));
        book.keep(new Whole(Ids.next(), "+86", "10690", "a", NOON), List.of(part));

        assertThat(book.waitingWith(part)).isEmpty();
    }

    @Test
    void a_whole_message_is_kept_and_told_once() {
        var whole = new Whole(Ids.next(), "+8613800138000", "10690", "很满意 😀\n谢谢", NOON);
        book.keep(whole, List.of(Ids.next()));

        assertThat(book.whole(whole.id())).contains(whole);
        assertThat(book.told(whole.id())).isTrue();
        assertThat(book.told(whole.id())).isFalse();
    }
}
