package amends.contact.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import amends.contact.CallLine;
import amends.contact.Contact;
import amends.contact.Contact.State;
import amends.contact.Contacts.LeftOpen;
import amends.contact.Disposition;
import amends.contact.WrapUp;
import amends.customer.CustomerProfile;
import amends.customer.jdbc.JdbcCustomers;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.SettableTime;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OnEachEngine;
import amends.kernel.jdbc.TestEngine;
import amends.telephony.ClearCause;
import amends.telephony.Direction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachEngine
class JdbcContactsTest {
    private static final UUID AGENT = new UUID(1, 1);

    @Parameter
    TestEngine engine;

    @TempDir
    Path folder;

    private final SettableTime time = new SettableTime();
    private Database database;
    private JdbcContacts contacts;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        contacts = new JdbcContacts(database, time, "desk one");
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Contact contact(State state, Optional<UUID> customer) {
        return new Contact(
                Ids.next(),
                "call-1@desk",
                Direction.INBOUND,
                AGENT,
                "+8613800138000",
                customer,
                "support",
                Duration.ofSeconds(75),
                time.now(),
                Optional.of(time.now().plusMillis(2500)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                state);
    }

    private Contact stored(State state) {
        Contact contact = contact(state, Optional.empty());
        contacts.save(contact);
        return contact;
    }

    @Test
    void a_contact_comes_back_as_it_was_stored() {
        Contact contact = stored(State.OPEN);

        assertThat(contacts.byId(contact.id())).contains(contact);
    }

    private static Contact with(Contact contact, String number, State state) {
        return new Contact(
                contact.id(),
                contact.call(),
                contact.direction(),
                contact.agent(),
                number,
                contact.customer(),
                contact.queue(),
                contact.waited(),
                contact.began(),
                contact.answered(),
                contact.ended(),
                contact.cause(),
                contact.recording(),
                contact.wrapUp(),
                state);
    }

    /** Who is forgotten afterwards must not come back with what a desk still remembers. */
    @Test
    void who_is_put_through_stands_in_the_contact_until_it_is_closed() {
        Contact open = stored(State.OPEN);

        contacts.save(with(open, "+8613900001111", State.CLOSED));
        contacts.save(with(open, "+8613900002222", State.CLOSED));

        assertThat(contacts.byId(open.id()).orElseThrow().number()).isEqualTo("+8613900001111");
    }

    @Test
    void a_closed_contact_comes_back_with_everything() {
        UUID customer = new JdbcCustomers(database)
                .save(new CustomerProfile(
                        Ids.next(), "王建国", List.of(), CustomerProfile.Tier.GOLD, "上海", Optional.empty(), "", 0))
                .id();
        Contact open = contact(State.OPEN, Optional.of(customer));
        contacts.save(open);
        Contact closed = new Contact(
                open.id(),
                open.call(),
                open.direction(),
                open.agent(),
                open.number(),
                open.customer(),
                open.queue(),
                open.waited(),
                open.began(),
                open.answered(),
                Optional.of(time.now().plusSeconds(90)),
                Optional.of(ClearCause.REMOTE_HANGUP),
                Optional.of(new UUID(7, 7)),
                Optional.of(new WrapUp(Disposition.FOLLOW_UP, "扣了两笔\n明天回电")),
                State.CLOSED,
                Optional.empty(),
                Optional.of(new CallLine(312, 145, 61, Optional.of(8), Optional.of(190))));
        contacts.save(closed);

        assertThat(contacts.byId(open.id())).contains(closed);
        assertThat(contacts.ofCustomer(customer, 10)).containsExactly(closed);
    }

    @Test
    void a_far_end_that_never_reported_leaves_its_part_of_the_line_unknown() {
        Contact c = contact(State.CLOSED, Optional.empty());
        var line = new CallLine(440, 431, 0, Optional.empty(), Optional.empty());
        Contact heard = new Contact(
                c.id(),
                c.call(),
                c.direction(),
                c.agent(),
                c.number(),
                c.customer(),
                c.queue(),
                c.waited(),
                c.began(),
                c.answered(),
                c.ended(),
                c.cause(),
                c.recording(),
                c.wrapUp(),
                c.state(),
                c.score(),
                Optional.of(line));
        contacts.save(c);
        contacts.save(heard);

        assertThat(contacts.byId(c.id())).contains(heard);
    }

    @Test
    void a_draft_survives_later_changes_of_the_contact() {
        Contact contact = stored(State.OPEN);
        contacts.draft(contact.id(), "half a note");
        contacts.save(contact);

        assertThat(contacts.noteOf(contact.id())).isEqualTo("half a note");
    }

    @Test
    void a_draft_never_replaces_the_final_note() {
        Contact contact = stored(State.WRAP_UP);
        contacts.save(new Contact(
                contact.id(),
                contact.call(),
                contact.direction(),
                contact.agent(),
                contact.number(),
                contact.customer(),
                contact.queue(),
                contact.waited(),
                contact.began(),
                contact.answered(),
                contact.ended(),
                contact.cause(),
                contact.recording(),
                Optional.of(new WrapUp(Disposition.SOLVED, "final")),
                State.CLOSED));
        contacts.draft(contact.id(), "late draft");

        assertThat(contacts.noteOf(contact.id())).isEqualTo("final");
    }

    @Test
    void the_latest_come_first_and_no_more_than_asked() {
        Contact first = stored(State.CLOSED);
        time.pass(Duration.ofMinutes(1));
        Contact second = stored(State.CLOSED);
        time.pass(Duration.ofMinutes(1));
        Contact third = stored(State.CLOSED);

        assertThat(contacts.latest(2)).containsExactly(third, second);
        assertThat(contacts.latest(9)).containsExactly(third, second, first);
        assertThat(contacts.ofAgent(AGENT, 2)).containsExactly(third, second);
        assertThat(contacts.ofAgent(Ids.next(), 9)).isEmpty();
    }

    @Test
    void what_this_desk_left_open_is_found_with_its_note() {
        Contact open = stored(State.OPEN);
        contacts.draft(open.id(), "half a note");
        stored(State.CLOSED);

        assertThat(contacts.leftOpen(AGENT)).containsExactly(new LeftOpen(open, "half a note", time.now()));
    }

    @Test
    void what_another_desk_has_in_hand_is_not_left_open() {
        stored(State.OPEN);

        assertThat(new JdbcContacts(database, time, "desk two").leftOpen(AGENT)).isEmpty();
    }

    @Test
    void what_another_desk_has_not_touched_for_a_minute_is_left_open() {
        Contact open = stored(State.OPEN);
        time.pass(Duration.ofSeconds(59));
        contacts.stillOpen(open.id());
        time.pass(Duration.ofSeconds(59));
        var other = new JdbcContacts(database, time, "desk two");
        assertThat(other.leftOpen(AGENT)).isEmpty();

        time.pass(Duration.ofSeconds(2));
        assertThat(other.leftOpen(AGENT)).hasSize(1);
    }

    @Test
    void other_agents_contacts_are_not_left_open_by_this_one() {
        stored(State.OPEN);

        assertThat(contacts.leftOpen(new UUID(9, 9))).isEmpty();
    }

    @Test
    void the_customers_score_lands_on_the_contact_and_the_first_one_stays() {
        Contact contact = stored(State.CLOSED);

        assertThat(contacts.byId(contact.id()).orElseThrow().score()).isEmpty();
        assertThat(contacts.score(contact.id(), 4)).isTrue();
        assertThat(contacts.score(contact.id(), 1)).isFalse();
        assertThat(contacts.byId(contact.id()).orElseThrow().score()).contains(4);
    }

    @Test
    void a_later_save_of_the_contact_leaves_its_score() {
        Contact contact = stored(State.CLOSED);
        contacts.score(contact.id(), 5);
        contacts.save(contact);

        assertThat(contacts.latest(1).getFirst().score()).contains(5);
    }

    @Test
    void what_is_no_score_is_refused() {
        Contact contact = stored(State.CLOSED);

        assertThatIllegalArgumentException().isThrownBy(() -> contacts.score(contact.id(), 6));
        assertThatIllegalArgumentException().isThrownBy(() -> contacts.score(contact.id(), 0));
    }

    @Test
    void a_call_id_of_any_length_is_kept() {
        Contact hostile = new Contact(
                Ids.next(),
                "x".repeat(10_000),
                Direction.INBOUND,
                AGENT,
                "anonymous",
                Optional.empty(),
                "",
                Duration.ZERO,
                time.now(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                State.OPEN);
        contacts.save(hostile);

        assertThat(contacts.byId(hostile.id())).isPresent();
    }

    @Test
    void contacts_are_found_by_the_number_they_were_with() {
        var mobile = new PhoneNumber("+8613800138000");
        Contact first = stored(State.CLOSED);
        time.pass(Duration.ofHours(1));
        Contact second = stored(State.CLOSED);

        assertThat(contacts.ofNumber(mobile, first.began(), 9)).containsExactly(second, first);
        assertThat(contacts.ofNumber(mobile, second.began(), 9)).containsExactly(second);
        assertThat(contacts.ofNumber(mobile, first.began(), 1)).containsExactly(second);
        assertThat(contacts.ofNumber(new PhoneNumber("+862150001234"), first.began(), 9))
                .isEmpty();
    }
}
