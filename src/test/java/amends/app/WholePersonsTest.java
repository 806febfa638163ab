package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import amends.customer.CustomerProfile;
import amends.customer.CustomerProfile.Tier;
import amends.customer.Merging;
import amends.customer.Merging.Outcome.Merged;
import amends.customer.PersonalFile;
import amends.customer.PersonalFile.Erasure;
import amends.customer.jdbc.JdbcCustomers;
import amends.customer.jdbc.JdbcMerges;
import amends.customer.jdbc.JdbcTombstones;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OnEachEngine;
import amends.kernel.jdbc.TestEngine;
import amends.staff.Permission;
import amends.staff.Role;
import amends.staff.StaffMember;
import amends.staff.jdbc.JdbcAuditTrail;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** Persons merged, separated, shown and erased over all rooms that keep something about them. */
@OnEachEngine
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholePersonsTest {
    private static final Instant NOW = Instant.parse("2026-10-04T02:00:00Z");
    private static final StaffMember LEAD = new StaffMember(Ids.next(), "1003", "赵倩", "1003", Set.of(Role.LEAD));

    @Parameter
    TestEngine engine;

    @TempDir
    static Path folder;

    private Database database;
    private JdbcCustomers customers;
    private Merging merging;
    private PersonalFile file;
    private int numbers;

    @BeforeEach
    void open() {
        if (database != null) return;
        database = engine.open(folder);
        customers = new JdbcCustomers(database);
        var merges = new JdbcMerges(database);
        var audit = new JdbcAuditTrail(database);
        var rooms = PersonalRooms.of(database);
        merging = new Merging(merges, rooms, audit, database, Timekeeper.system());
        file = new PersonalFile(merges, new JdbcTombstones(database), rooms, audit, database, Timekeeper.system());
    }

    /** After each engine: the one instance serves both, and the second must not find the first one's database. */
    @AfterParameterizedClassInvocation
    void close() {
        database.close();
        database = null;
    }

    private CustomerProfile customer(String name, Tier tier, String region, String note) {
        var number = new PhoneNumber("+86138%08d".formatted(engine.ordinal() * 1000 + numbers++));
        return customers.save(
                new CustomerProfile(Ids.next(), name, List.of(number), tier, region, Optional.of(NOW), note, 0));
    }

    private UUID contact(CustomerProfile who, String note) {
        UUID id = Ids.next();
        database.handle(h ->
                h.execute("""
                insert into contact (id, call_id, direction, agent, number, customer, queue, waited, began, note, state,
                desk, seen, recording) values (?, 'c', 'INBOUND', ?, ?, ?, 'q', 0, ?, ?, 'CLOSED', 'd', ?, ?)""", id, Ids.next(), who.numbers().getFirst().e164(), who.id(), NOW, note, NOW, recording()));
        return id;
    }

    private UUID recording() {
        UUID id = Ids.next();
        database.handle(h -> h.execute(
                "insert into recording values (?, 'c', ?, ?, ?, ?, 1000000, true, 'SEALED')",
                id,
                Ids.next(),
                "f-" + id,
                NOW,
                NOW));
        database.handle(h -> h.execute("insert into recording_key values (?, ?, 'secret', ?)", id, id, NOW));
        return id;
    }

    private UUID complaint(CustomerProfile who, String state) {
        UUID id = Ids.next();
        database.handle(h -> h.execute("""
                insert into complaint (id, source, customer, customer_name, subject, what, severity, owner, opened,
                state, acknowledge_by, respond_by) values (?, 'LETTER', ?, ?, '扣款两次', '要求退款', 'MEDIUM', ?, ?, ?,
                ?, ?)""", id, who.id(), who.name(), Ids.next(), NOW, state, NOW, NOW));
        return id;
    }

    /** A complaint and a call back on a number that nobody had yet. */
    private void nobodys(String number, String words) {
        UUID id = Ids.next();
        database.handle(h -> h.execute("""
                insert into complaint (id, source, customer_name, subject, what, severity, owner, opened, call_back,
                state, acknowledge_by, respond_by) values (?, 'LETTER', '', ?, ?, 'MEDIUM', ?, ?, ?, 'CLOSED', ?, ?)""", id, words, words, Ids.next(), NOW, number, NOW, NOW));
        database.handle(h -> h.execute("""
                insert into callback (id, complaint, number, owner, due, state, attempts, late) values
                (?, ?, ?, ?, ?, 'SCHEDULED', 0, false)""", Ids.next(), id, number, Ids.next(), NOW));
    }

    private void message(CustomerProfile who, String words) {
        database.handle(h -> h.execute(
                "insert into sms values (?, ?, ?, 'SURVEY', ?, ?, 'DUE', false, 0, null, '', ?)",
                Ids.next(),
                who.numbers().getFirst().e164(),
                words,
                NOW,
                NOW,
                NOW));
    }

    private UUID holder(UUID contact) {
        return database.handle(h -> h.select("select customer from contact where id = ?", contact)
                .mapTo(UUID.class)
                .one());
    }

    private long inAnyTable(String words) {
        return database.handle(h -> {
            long found = 0;
            List<String[]> columns = h.select("""
                            select table_name, column_name from information_schema.columns
                            where lower(table_schema) = 'public' and lower(data_type) like '%char%'
                            and lower(table_name) <> 'flyway_schema_history'""")
                    .map((row, c) -> new String[] {row.getString(1), row.getString(2)})
                    .list();
            for (String[] column : columns)
                found += h.select(
                                "select count(*) from " + column[0] + " where " + column[1] + " like ?",
                                "%" + words + "%")
                        .mapTo(Long.class)
                        .one();
            return found;
        });
    }

    @Test
    void merged_customers_are_one_and_separated_they_are_as_before() {
        CustomerProfile kept = customer("王建国", Tier.SILVER, "", "likes tea");
        CustomerProfile gone = customer("王建囯", Tier.GOLD, "上海", "speaks slowly");
        UUID contact = contact(gone, "n");

        var merged = (Merged) merging.merge(kept.id(), gone.id(), LEAD, "same person");
        CustomerProfile one = customers.byNumber(gone.numbers().getFirst()).orElseThrow();
        assertThat(one.id()).isEqualTo(kept.id());
        assertThat(one.tier()).isEqualTo(Tier.GOLD);
        assertThat(one.region()).isEqualTo("上海");
        assertThat(one.note()).isEqualTo("likes tea\nspeaks slowly");
        assertThat(holder(contact)).isEqualTo(kept.id());

        UUID later = contact(one, "after the merge");
        assertThat(merging.separate(merged.id(), LEAD)).isEqualTo(new Merging.Outcome.Separated());
        assertThat(customers.byNumber(gone.numbers().getFirst()).orElseThrow().id())
                .isEqualTo(gone.id());
        CustomerProfile again = customers.byId(kept.id()).orElseThrow();
        assertThat(again.at(kept.version())).isEqualTo(kept);
        assertThat(holder(contact)).isEqualTo(gone.id());
        assertThat(holder(later)).isEqualTo(kept.id());
        assertThat(merging.separate(merged.id(), LEAD))
                .isEqualTo(new Merging.Outcome.Refused(Merging.Reason.SEPARATED_ALREADY));
    }

    @Test
    void what_was_changed_since_the_merge_stays() {
        CustomerProfile kept = customer("李", Tier.REGULAR, "", "");
        CustomerProfile gone = customer("李", Tier.VIP, "北京", "");
        var merged = (Merged) merging.merge(kept.id(), gone.id(), LEAD, "same");
        CustomerProfile one = customers.byId(kept.id()).orElseThrow();
        customers.save(new CustomerProfile(
                one.id(),
                one.name(),
                one.numbers(),
                Tier.SILVER,
                one.region(),
                one.since(),
                one.note(),
                one.version()));

        merging.separate(merged.id(), LEAD);
        CustomerProfile again = customers.byId(kept.id()).orElseThrow();
        assertThat(again.tier()).isEqualTo(Tier.SILVER);
        assertThat(again.region()).isEmpty();
    }

    @Test
    void merging_is_refused_with_its_reason() {
        CustomerProfile a = customer("a", Tier.REGULAR, "", "");
        CustomerProfile b = customer("b", Tier.REGULAR, "", "");
        CustomerProfile c = customer("c", Tier.REGULAR, "", "");
        assertThat(merging.merge(a.id(), a.id(), LEAD, "")).isEqualTo(refused(Merging.Reason.SAME));
        assertThat(merging.merge(a.id(), Ids.next(), LEAD, "")).isEqualTo(refused(Merging.Reason.UNKNOWN));
        var first = (Merged) merging.merge(b.id(), a.id(), LEAD, "");
        assertThat(merging.merge(c.id(), a.id(), LEAD, "")).isEqualTo(refused(Merging.Reason.MERGED_ALREADY));
        var second = (Merged) merging.merge(c.id(), b.id(), LEAD, "");
        assertThat(merging.separate(first.id(), LEAD)).isEqualTo(refused(Merging.Reason.MERGED_SINCE));

        merging.separate(second.id(), LEAD);
        merging.separate(first.id(), LEAD);
        for (CustomerProfile each : List.of(a, b, c))
            assertThat(customers
                            .byNumber(each.numbers().getFirst())
                            .orElseThrow()
                            .id())
                    .isEqualTo(each.id());
    }

    private static Merging.Outcome refused(Merging.Reason reason) {
        return new Merging.Outcome.Refused(reason);
    }

    @Test
    void an_erased_person_is_in_no_table_any_more() {
        CustomerProfile who = customer("ZhuYing" + engine, Tier.GOLD, "ZhuRegion" + engine, "ZhuNote" + engine);
        CustomerProfile alias = customer("ZhuAlias" + engine, Tier.GOLD, "", "ZhuAliasNote" + engine);
        contact(who, "ZhuTalked" + engine);
        message(who, "ZhuMessage" + engine);
        complaint(who, "CLOSED");
        merging.merge(who.id(), alias.id(), LEAD, "ZhuWhy" + engine);
        contact(alias, "ZhuLate" + engine);
        String number = who.numbers().getFirst().e164();
        nobodys(number, "ZhuNobody" + engine);
        String other = alias.numbers().getFirst().e164();

        assertThat(file.shown(who.id(), LEAD, "she asked").toString())
                .contains("ZhuNote", "ZhuTalked", "ZhuMessage", "ZhuLate", "ZhuNobody", "kind=callback");
        assertThat(file.erase(who.id(), false, LEAD, "on request")).isInstanceOf(Erasure.StillOpen.class);
        assertThat(file.erase(who.id(), true, LEAD, "on request")).isInstanceOf(Erasure.Erased.class);

        for (String words : List.of("Zhu%" + engine, number, other))
            assertThat(inAnyTable(words)).as(words).isZero();
        assertThat(customers.byNumber(who.numbers().getFirst())).isEmpty();
        assertThat(new JdbcAuditTrail(database).about(who.id(), 9))
                .anyMatch(entry -> entry.act() == Permission.ERASE_PERSON);
        assertThat(file.erase(who.id(), true, LEAD, "again"))
                .isEqualTo(new Erasure.Refused(PersonalFile.Reason.ERASED_ALREADY));
        assertThat(file.shown(who.id(), LEAD, "empty?"))
                .allSatisfy(record -> assertThat(record.kind()).isEqualTo("customer"));
    }

    @Test
    void an_open_complaint_asks_before_its_customer_is_erased() {
        CustomerProfile who = customer("open", Tier.REGULAR, "", "");
        UUID complaint = complaint(who, "ASSESSED");

        var asked = (Erasure.StillOpen) file.erase(who.id(), false, LEAD, "on request");
        assertThat(asked.open()).extracting("kind").containsExactly("complaint");
        assertThat(customers.byId(who.id()).orElseThrow().name()).isEqualTo("open");

        assertThat(file.erase(who.id(), true, LEAD, "on request")).isInstanceOf(Erasure.Erased.class);
        assertThat(database.<String>handle(h -> h.select("select state from complaint where id = ?", complaint)
                        .mapTo(String.class)
                        .one()))
                .isEqualTo("CLOSED");
    }

    @Test
    void the_recordings_of_an_erased_person_lose_their_keys_at_once_and_their_sound_by_a_duty() {
        CustomerProfile who = customer("heard", Tier.REGULAR, "", "");
        contact(who, "");
        long before = count("select count(*) from recording_key");
        long duties = count("select count(*) from duty where kind = 'erase-recording'");
        file.erase(who.id(), false, LEAD, "on request");
        assertThat(count("select count(*) from recording_key")).isEqualTo(before - 1);
        assertThat(count("select count(*) from duty where kind = 'erase-recording'"))
                .isEqualTo(duties + 1);
    }

    @Test
    void what_others_wrote_down_of_an_erased_person_goes_wherever_it_stands() {
        CustomerProfile who = customer("陈立新", Tier.REGULAR, "", "");
        String bare = who.numbers().getFirst().e164().substring(1);
        UUID call = contact(who, "");
        UUID sheet = Ids.next();
        UUID sms = Ids.next();
        database.run(() -> database.handle(h -> {
            h.execute("""
                    insert into evaluation (id, recording, inspector, at, scorecard, note, percent, failed, state)
                    select ?, recording, ?, ?, 's', '陈立新说', 80, false, 'KEPT' from contact where id = ?""", sheet, LEAD.id(), NOW, call);
            h.execute("insert into evaluation_remark values (?, 0, 0, '陈立新')", sheet);
            h.execute("""
                    insert into sms (id, number, content, purpose, not_before, expires, state, unsure, attempts, reason,
                    changed) values (?, ?, '陈', 'SURVEY', ?, ?, 'DELIVERED', false, 1, '', ?)""", sms, "+" + bare, NOW, NOW, NOW);
            for (String number : new String[] {bare, "00" + bare}) h.execute("""
                        insert into sms_receipt (id, message_id, number, fate, content, at, seen, outcome, sms)
                        values (?, 'm', ?, 'DELIVERED', '陈', ?, 1, 'USED', ?)""", Ids.next(), number, NOW, sms);
            return 0;
        }));
        file.erase(who.id(), true, LEAD, "on request");
        assertThat(count("select count(*) from evaluation where note like '%陈立新%'"))
                .isZero();
        assertThat(count("select count(*) from evaluation_remark where text <> ''"))
                .isZero();
        assertThat(count("select count(*) from sms_receipt where number <> '' or content <> ''"))
                .isZero();
    }

    @Test
    void a_suggestion_made_beside_the_call_of_an_erased_person_stays_without_it() {
        CustomerProfile who = customer("suggested", Tier.REGULAR, "", "");
        UUID contact = contact(who, "");
        UUID suggestion = Ids.next();
        String bare = who.numbers().getFirst().e164().substring(3);
        database.handle(h -> h.execute(
                "insert into improvement values (?, ?, ?, 'DESK', ?, ?, 'FILED', '', null, ?)",
                suggestion,
                LEAD.id(),
                NOW,
                who.name() + "（" + bare.substring(0, 3) + " " + bare.substring(3, 7) + "-" + bare.substring(7)
                        + "）说队列提示太长",
                contact,
                NOW));
        file.erase(who.id(), false, LEAD, "on request");
        String kept = "select count(*) from improvement where contact is %s and id = '" + suggestion + "'";
        assertThat(count(kept.formatted("null"))).isEqualTo(1);
        assertThat(count(kept.formatted("null") + " and what = '…（…）说队列提示太长'")).isEqualTo(1);
    }

    private long count(String sql) {
        return database.handle(h -> h.select(sql).mapTo(Long.class).one());
    }
}
