package amends.personality.jdbc;

import static amends.personality.Behaviour.CALLS_AGAIN_SAME_DAY;
import static amends.personality.Behaviour.COMPLAINS_AT_ONCE;
import static amends.personality.Behaviour.GOES_SILENT;
import static amends.personality.Behaviour.RAISES_VOICE;
import static amends.personality.Behaviour.SCORES_1_OR_2;
import static amends.personality.Behaviour.STAYS_POLITE;
import static amends.personality.Behaviour.SURVEY_UNANSWERED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import amends.customer.Consent;
import amends.customer.Consent.Withdrawal;
import amends.customer.ConsentPurpose;
import amends.customer.CustomerProfile;
import amends.customer.CustomerProfile.Tier;
import amends.customer.PersonalRecord;
import amends.customer.jdbc.JdbcConsents;
import amends.customer.jdbc.JdbcCustomers;
import amends.kernel.Ids;
import amends.kernel.SettableTime;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OnEachEngine;
import amends.kernel.jdbc.TestEngine;
import amends.personality.Behaviour;
import amends.personality.CustomerType;
import amends.personality.Encounter;
import amends.personality.Mark;
import amends.personality.Objection;
import amends.personality.Parameters;
import amends.personality.Sheet;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachEngine
class JdbcPersonalityTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final UUID AGENT = new UUID(1, 1);
    private static final UUID COLLEAGUE = new UUID(1, 2);
    private static final Instant MORNING = Instant.parse("2026-03-02T01:00:00Z");

    @Parameter
    TestEngine engine;

    @TempDir
    Path folder;

    private final SettableTime time = new SettableTime();
    private Database database;
    private JdbcMarks marks;
    private JdbcConsents consents;
    private UUID wang;
    private UUID chen;

    @BeforeEach
    void open() {
        time.setWall(MORNING);
        database = engine.open(folder);
        marks = new JdbcMarks(database, SHANGHAI, time);
        consents = new JdbcConsents(database, time);
        wang = customer("王建国");
        chen = customer("陈静");
        agree(wang);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private UUID customer(String name) {
        return new JdbcCustomers(database)
                .save(new CustomerProfile(Ids.next(), name, List.of(), Tier.REGULAR, "", Optional.empty(), "", 0))
                .id();
    }

    private void agree(UUID customer) {
        consents.give(new Consent(
                Ids.next(),
                customer,
                ConsentPurpose.PERSONALISATION,
                Consent.Way.SIGNED,
                "开户协议",
                Optional.empty(),
                AGENT,
                MORNING.minus(Duration.ofDays(400)),
                Optional.empty(),
                Optional.empty()));
    }

    private Sheet sheet(UUID contact, UUID customer, UUID observer, Map<Behaviour, Boolean> seen) {
        return new Sheet(contact, customer, observer, MORNING, 2, seen);
    }

    @Test
    void what_was_marked_comes_back_by_contact_and_observer() {
        UUID contact = Ids.next();
        marks.keep(sheet(contact, wang, AGENT, Map.of(COMPLAINS_AT_ONCE, true)));
        marks.keep(sheet(contact, wang, COLLEAGUE, Map.of(STAYS_POLITE, false)));
        marks.keep(sheet(Ids.next(), chen, AGENT, Map.of(STAYS_POLITE, true)));

        assertThat(marks.of(wang)).singleElement().satisfies(encounter -> {
            assertThat(encounter.at()).isEqualTo(MORNING);
            assertThat(encounter.severity()).isEqualTo(2);
            assertThat(encounter.marks())
                    .containsExactlyInAnyOrder(
                            new Mark(COMPLAINS_AT_ONCE, true, AGENT.toString()),
                            new Mark(STAYS_POLITE, false, COLLEAGUE.toString()));
        });
    }

    @Test
    void a_sheet_takes_the_place_of_the_observer_s_earlier_one_and_of_nobody_else_s() {
        UUID contact = Ids.next();
        marks.keep(sheet(contact, wang, COLLEAGUE, Map.of(RAISES_VOICE, true)));
        marks.keep(sheet(contact, wang, AGENT, Map.of(COMPLAINS_AT_ONCE, true, STAYS_POLITE, false)));
        marks.keep(sheet(contact, wang, AGENT, Map.of(COMPLAINS_AT_ONCE, false)));

        assertThat(marks.of(wang).getFirst().marks())
                .containsExactlyInAnyOrder(
                        new Mark(COMPLAINS_AT_ONCE, false, AGENT.toString()),
                        new Mark(RAISES_VOICE, true, COLLEAGUE.toString()));
        marks.keep(sheet(contact, wang, AGENT, Map.of()));
        assertThat(marks.of(wang).getFirst().marks()).hasSize(1);
    }

    @Test
    void of_all_customers_only_those_are_read_who_agree_and_the_marks_of_others_are_forgotten() {
        marks.keep(sheet(Ids.next(), wang, AGENT, Map.of(STAYS_POLITE, true)));
        marks.keep(sheet(Ids.next(), chen, AGENT, Map.of(STAYS_POLITE, true)));

        assertThat(marks.ofAll()).containsOnlyKeys(wang);
        assertThat(marks.forgetUnwilling()).isEqualTo(1);
        assertThat(marks.of(chen)).isEmpty();

        time.pass(Duration.ofDays(1));
        consents.withdraw(wang, ConsentPurpose.PERSONALISATION, new Withdrawal(time.now(), "“别记了”"));
        assertThat(marks.ofAll()).isEmpty();
    }

    @Test
    void a_part_goes_on_where_the_one_before_ended() {
        agree(chen);
        marks.keep(sheet(Ids.next(), wang, AGENT, Map.of(STAYS_POLITE, true)));
        marks.keep(sheet(Ids.next(), chen, AGENT, Map.of(STAYS_POLITE, true)));
        marks.keep(sheet(Ids.next(), chen, COLLEAGUE, Map.of(STAYS_POLITE, true)));

        var first = marks.next(Optional.empty(), 1);
        var second = marks.next(Optional.of(first.firstEntry().getKey()), 1);
        var seen = new java.util.LinkedHashMap<>(first);
        seen.putAll(second);
        assertThat(seen).isEqualTo(marks.ofAll());
        assertThat(marks.next(Optional.of(second.firstEntry().getKey()), 1)).isEmpty();
    }

    private List<String> typesInReports() {
        return database.handle(h -> h.select("select type from report_type order by type")
                .mapTo(String.class)
                .list());
    }

    @Test
    void types_are_kept_for_reports_and_counted_no_longer_than_the_customer_agrees() {
        agree(chen);
        var kept = new JdbcTypesKept(database, time);
        for (UUID customer : List.of(wang, chen))
            marks.keep(sheet(Ids.next(), customer, AGENT, Map.of(STAYS_POLITE, true)));
        UUID erased = Ids.next();
        kept.keep(
                List.of(wang, chen, erased),
                Map.of(wang, CustomerType.RESERVED, chen, CustomerType.EXPRESSIVE, erased, CustomerType.RESERVED),
                MORNING);
        kept.keep(List.of(wang), Map.of(wang, CustomerType.EXPRESSIVE), MORNING.plusSeconds(60));
        assertThat(typesInReports()).containsExactly("EXPRESSIVE", "EXPRESSIVE");
        kept.keep(List.of(chen), Map.of(), MORNING);
        assertThat(typesInReports()).containsExactly("EXPRESSIVE");

        consents.withdraw(wang, ConsentPurpose.PERSONALISATION, new Withdrawal(time.now(), "“别记了”"));
        assertThat(typesInReports()).isEmpty();
        time.pass(Duration.ofDays(1));
        assertThat(kept.forgetOthers()).isEqualTo(1);
    }

    @Test
    void an_objection_is_kept_once_the_newest_first() {
        var objections = new JdbcObjections(database);
        var first = new Objection(Ids.next(), wang, AGENT, MORNING, CustomerType.RESERVED, "是他儿子打来的");
        var second =
                new Objection(Ids.next(), wang, COLLEAGUE, MORNING.plusSeconds(60), CustomerType.EXPRESSIVE, "当天停电");
        objections.add(first);
        objections.add(first);
        objections.add(second);

        assertThat(objections.of(wang)).containsExactly(second, first);
        assertThat(objections.of(chen)).isEmpty();
    }

    @Test
    void what_was_learned_last_holds() {
        var learned = new JdbcLearnedParameters(database);
        assertThat(learned.latest()).isEmpty();

        learned.keep(Ids.next(), MORNING, 10, Parameters.SHIPPED);
        var other = new Parameters(
                .2,
                .07,
                1.1,
                .4,
                .3,
                5000,
                Parameters.SHIPPED.shares(),
                Map.of(AGENT.toString(), new Parameters.Habit(-.25, .01)));
        learned.keep(Ids.next(), MORNING.plusSeconds(60), 11, other);

        assertThat(learned.latest()).contains(other);
    }

    @Test
    void everything_of_a_person_is_shown_moved_and_forgotten() {
        var records = new PersonalityRecords(database);
        var objections = new JdbcObjections(database);
        UUID contact = Ids.next();
        marks.keep(sheet(contact, wang, AGENT, Map.of(STAYS_POLITE, true)));
        objections.add(new Objection(Ids.next(), wang, AGENT, MORNING, CustomerType.RESERVED, "是他儿子打来的"));

        assertThat(records.shown(wang))
                .extracting(PersonalRecord::kind)
                .containsExactlyInAnyOrder("behaviour", "objection");

        List<UUID> moved = records.move(wang, chen);
        assertThat(moved).hasSize(2);
        assertThat(marks.of(chen)).hasSize(1);
        marks.keep(sheet(Ids.next(), chen, AGENT, Map.of(STAYS_POLITE, false)));
        records.moveBack(moved, chen, wang);
        assertThat(marks.of(wang)).hasSize(1);
        assertThat(marks.of(chen)).hasSize(1);

        assertThat(records.forget(wang)).isEqualTo(2);
        assertThat(records.forget(wang)).isZero();
        assertThat(records.shown(wang)).isEmpty();
        assertThat(marks.of(chen)).hasSize(1);
    }

    private UUID contact(UUID customer, Instant began) {
        UUID id = Ids.next();
        database.handle(h -> h.execute(
                "insert into contact (id, call_id, direction, agent, number, customer, queue, waited, began, answered,"
                        + " ended, state, desk, seen) values (?, ?, 'INBOUND', ?, '+8613800138000', ?, '', 0, ?, ?, ?,"
                        + " 'CLOSED', 'desk', ?)",
                id,
                id.toString(),
                AGENT,
                customer,
                began,
                began,
                began.plusSeconds(300),
                began));
        return id;
    }

    private void failed(UUID customer, Instant at, String severity) {
        database.handle(h -> h.execute(
                "insert into failure (id, kind, severity, at, customer, state) values (?, 'GAVE_UP', ?, ?, ?, 'OPEN')",
                Ids.next(),
                severity,
                at,
                customer));
    }

    private void survey(UUID contact, UUID customer, String state, Integer score, Instant at) {
        database.handle(h -> h.createUpdate("""
                        insert into survey (id, contact, occasion, agent, customer, customer_name, number, state, due,
                        expires, score, words, answered, reason) values (:id, :contact, 'CONTACT', :agent, :customer,
                        '', '+8613800138000', :state, :at, :at, :score, '', :answered, '')""")
                .bind("id", Ids.next())
                .bind("contact", contact)
                .bind("agent", AGENT)
                .bind("customer", customer)
                .bind("state", state)
                .bind("at", at)
                .bindByType("score", score, Integer.class)
                .bindByType("answered", score == null ? null : at, Instant.class)
                .execute());
    }

    @Test
    void the_house_marks_what_it_saw_by_itself_once() {
        Instant before = MORNING.minus(Duration.ofDays(2));
        failed(wang, before.minusSeconds(3600), "SEVERE");
        UUID first = contact(wang, before);
        UUID again = contact(wang, before.plusSeconds(4000));
        survey(first, wang, "ANSWERED", 2, before.plusSeconds(600));
        survey(again, wang, "EXPIRED", null, before.plusSeconds(90_000));
        failed(chen, before.minusSeconds(3600), "SEVERE");
        contact(chen, before);

        assertThat(marks.markByHouse()).isEqualTo(5);
        assertThat(marks.markByHouse()).isZero();

        assertThat(marks.of(wang)).allMatch(e -> e.severity() == Encounter.GRAVEST);
        assertThat(marks.of(wang).getFirst().marks())
                .extracting(Mark::behaviour, Mark::seen)
                .containsExactlyInAnyOrder(
                        tuple(CALLS_AGAIN_SAME_DAY, true), tuple(SCORES_1_OR_2, true), tuple(SURVEY_UNANSWERED, false));
        assertThat(marks.of(wang).getLast().marks())
                .extracting(Mark::behaviour, Mark::seen)
                .containsExactlyInAnyOrder(tuple(CALLS_AGAIN_SAME_DAY, false), tuple(SURVEY_UNANSWERED, true));
        assertThat(marks.of(chen)).isEmpty();
    }

    @Test
    void who_is_not_heard_of_for_a_month_fell_silent() {
        Instant month = MORNING.minus(Duration.ofDays(31));
        failed(wang, month.minusSeconds(3600), "MINOR");
        contact(wang, month);
        agree(chen);
        failed(chen, month.minusSeconds(3600), "MINOR");
        contact(chen, month);
        contact(chen, month.plus(Duration.ofDays(10)));

        marks.markByHouse();

        assertThat(marks.of(wang).getFirst().marks())
                .extracting(Mark::behaviour, Mark::seen)
                .containsExactly(tuple(GOES_SILENT, true));
        assertThat(marks.of(chen).getFirst().marks())
                .extracting(Mark::behaviour, Mark::seen)
                .containsExactly(tuple(GOES_SILENT, false));
    }
}
