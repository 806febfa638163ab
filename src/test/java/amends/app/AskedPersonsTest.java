package amends.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.customer.CustomerGate;
import amends.customer.CustomerImport.Outcome;
import amends.customer.CustomerOffice.Import;
import amends.customer.CustomerProfile;
import amends.customer.CustomerProfile.Tier;
import amends.customer.CustomerRequest;
import amends.customer.CustomerRequest.Kind;
import amends.customer.CustomerRequests;
import amends.customer.ImportKind;
import amends.customer.ImportProblem;
import amends.customer.Merging;
import amends.customer.PersonalFile.Erasure;
import amends.customer.PersonalRecord;
import amends.customer.PersonalRecords;
import amends.customer.Table;
import amends.customer.WholePersons.NobodyServes;
import amends.customer.WholePersons.ServicesFailed;
import amends.customer.jdbc.JdbcCustomerRequests;
import amends.customer.jdbc.JdbcCustomers;
import amends.customer.jdbc.JdbcMerges;
import amends.customer.jdbc.JdbcTombstones;
import amends.customer.spreadsheet.TableFiles;
import amends.kernel.Duty;
import amends.kernel.DutyHandler;
import amends.kernel.DutyRunner;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.StoreRefused;
import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.DatabaseAddress;
import amends.kernel.jdbc.LoginRoles;
import amends.kernel.jdbc.TestEngine;
import amends.recovery.FailureRules;
import amends.staff.AuditEntry;
import amends.staff.NotPermitted;
import amends.staff.PasswordHash;
import amends.staff.Permission;
import amends.staff.Role;
import amends.staff.StaffMember;
import amends.staff.jdbc.JdbcAuditTrail;
import amends.staff.jdbc.JdbcStaff;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people with logins of their own have the services do, which have one too: that of the group of services alone. */
@Order(1) // It is long, and begins with the first.
class AskedPersonsTest {
    private static final String PASSWORD = "Secret-1001-Secret";
    private static final Instant NOW = Instant.parse("2026-10-04T02:00:00Z");
    private static final Timekeeper TIME = Timekeeper.system();
    private static final DutyRunner.Pace QUICK = new DutyRunner.Pace(Duration.ofMillis(40), Duration.ofSeconds(30), 8);
    private static final AskedPersons.Patience PATIENT =
            new AskedPersons.Patience(Duration.ofSeconds(20), Duration.ofSeconds(60), 1 << 20);
    private static final StaffMember LEAD = new StaffMember(Ids.next(), "1005", "赵倩", "1005", Set.of(Role.LEAD));
    private static final StaffMember EXPERT = new StaffMember(Ids.next(), "1003", "孙丽", "1003", Set.of(Role.EXPERT));
    private static final StaffMember AGENT = new StaffMember(Ids.next(), "1001", "林晓", "1001", Set.of(Role.AGENT));

    @TempDir
    static Path folder;

    private static final List<AutoCloseable> OPENED = new ArrayList<>();
    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static DatabaseAddress address;
    private static Database owner;
    private static StoreRoom services;

    @BeforeAll
    static void open() {
        address = TestEngine.newOwnedDatabase();
        owner = kept(TestEngine.open(address));
        owner.run(() -> {
            var roles = new LoginRoles(owner);
            for (StaffMember one : List.of(LEAD, EXPERT, AGENT)) {
                new JdbcStaff(owner).save(one, new PasswordHash(1, "c2FsdA==", "aGFzaA=="));
                roles.give(one.login(), one.roles().stream().map(Role::name).toList(), PASSWORD.toCharArray());
            }
            roles.give("services", List.of("service"), PASSWORD.toCharArray());
        });
        services = kept(StoreRoom.open(
                new DeskSettings.Database(
                        address.url(), address.loginRole("services"), amends.kernel.Secret.of(PASSWORD)),
                new Home(folder.resolve("services")),
                "services",
                TIME));
        assertThat(services.database().awaitAvailable(Duration.ofSeconds(20))).isTrue();
    }

    @AfterAll
    static void close() throws Exception {
        for (AutoCloseable each : OPENED.reversed()) each.close();
    }

    private static <T extends AutoCloseable> T kept(T one) {
        OPENED.add(one);
        return one;
    }

    private static DutyRunner run() {
        var errands = new CustomerErrands(services, new ComplaintRoom(services, TIME).intake, "CN", TIME);
        return new DutyRunner(services.duties(), services.database(), errands.handlers(), TIME, QUICK, "test").start();
    }

    private static StoreRoom seat(StaffMember who) {
        var mine = TestEngine.open(address.as(who.login(), PASSWORD));
        return kept(
                StoreRoom.ofPerson(mine, FailureRules.SHIPPED, who, new Home(folder.resolve(who.login())), "d", TIME));
    }

    private static AskedPersons persons(StaffMember who) {
        return new AskedPersons(who, seat(who), PATIENT, TIME);
    }

    private static CustomerProfile customer(String name) {
        var number = new PhoneNumber("+86138%08d".formatted(NUMBERS.incrementAndGet()));
        return new JdbcCustomers(owner)
                .save(new CustomerProfile(
                        Ids.next(), name, List.of(number), Tier.GOLD, "上海", Optional.empty(), "a note", 0));
    }

    private static void call(CustomerProfile who, String note) {
        owner.handle(h ->
                h.execute("""
                insert into contact (id, call_id, direction, agent, number, customer, queue, waited, began, note, state,
                desk, seen) values (?, 'c', 'INBOUND', ?, ?, ?, 'q', 0, ?, ?, 'CLOSED', 'd', ?)""", Ids.next(), AGENT.id(), who.numbers().getFirst().e164(), who.id(), NOW, note, NOW));
    }

    private static String truth(String sql, Object... arguments) {
        return owner.handle(h -> h.select(sql, arguments).mapTo(String.class).one());
    }

    private static List<AuditEntry> trail(UUID whom, Permission act) {
        return new JdbcAuditTrail(owner)
                .about(whom, 20).stream().filter(entry -> entry.act() == act).toList();
    }

    private static void looks(StoreRoom seat, StaffMember who, UUID customer) {
        assertThat(seat.gate().byId(customer, CustomerGate.Look.of(who, "page")))
                .isPresent();
    }

    @Test
    void two_become_one_and_two_again_in_the_name_of_who_asked() {
        CustomerProfile kept = customer("王建国");
        CustomerProfile gone = customer("王建囯");
        call(gone, "talked");
        var asked = persons(EXPERT);
        try (var run = run()) {
            assertThat(asked.merge(kept.id(), kept.id(), "x"))
                    .isEqualTo(new Merging.Outcome.Refused(Merging.Reason.SAME));
            var merged = (Merging.Outcome.Merged) asked.merge(kept.id(), gone.id(), "the same person");
            assertThat(new JdbcMerges(owner).into(kept.id())).hasSize(1);
            assertThat(truth("select count(*) from contact where customer = ?", kept.id()))
                    .isEqualTo("1");
            assertThat(trail(kept.id(), Permission.MERGE_CUSTOMERS))
                    .extracting(AuditEntry::who)
                    .containsExactly(EXPERT.id());
            assertThat(asked.separate(merged.id())).isEqualTo(new Merging.Outcome.Separated());
            assertThat(truth("select count(*) from contact where customer = ?", gone.id()))
                    .isEqualTo("1");
        }
    }

    @Test
    void a_person_is_shown_and_erased_once_somebody_looked_at_them() {
        CustomerProfile who = customer("陈立新");
        call(who, "扣了两次");
        StoreRoom seat = seat(LEAD);
        var asked = new AskedPersons(LEAD, seat, PATIENT, TIME);
        try (var run = run()) {
            assertThatThrownBy(() -> asked.shown(who.id(), "not looked at")).isInstanceOf(StoreRefused.class);
            looks(seat, LEAD, who.id());
            List<PersonalRecord> all = asked.shown(who.id(), "she asked");
            assertThat(all.toString()).contains("陈立新", "扣了两次");
            owner.handle(h -> h.execute("""
                    insert into complaint (id, source, customer, customer_name, subject, what, severity, owner, opened,
                    state, acknowledge_by, respond_by) values (?, 'LETTER', ?, '陈立新', 's', 'w', 'MODERATE', ?, ?,
                    'ASSESSED', ?, ?)""", Ids.next(), who.id(), LEAD.id(), NOW, NOW, NOW));
            assertThat(asked.erase(who.id(), false, "on request"))
                    .isInstanceOfSatisfying(
                            Erasure.StillOpen.class,
                            still -> assertThat(still.open()).extracting("kind").containsExactly("complaint"));
            assertThat(asked.erase(who.id(), true, "on request")).isInstanceOf(Erasure.Erased.class);
            assertThat(truth(
                            "select name || coalesce((select max(number) from customer_number where customer = c.id),"
                                    + " '') from customer c where id = ?",
                            who.id()))
                    .isEmpty();
            assertThat(truth(
                            "select count(*) from customer_request_part p join customer_request r on r.id = p.request"
                                    + " where r.kind = 'SHOW' and r.customer = ?",
                            who.id()))
                    .isEqualTo("0");
            assertThat(trail(who.id(), Permission.ERASE_PERSON))
                    .extracting(AuditEntry::who, AuditEntry::why)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(LEAD.id(), "on request"));
        }
    }

    /** Rights are asked for whether there are rows or not. */
    @Test
    void the_services_login_may_do_what_every_room_does_with_a_person() {
        CustomerProfile one = customer("one");
        CustomerProfile another = customer("another");
        for (PersonalRecords room : PersonalRooms.of(services.database())) {
            room.shown(one.id());
            room.open(one.id());
            room.moveBack(room.move(one.id(), another.id()), another.id(), one.id());
            room.moveBack(List.of(Ids.next()), another.id(), one.id());
            room.forget(another.id());
        }
    }

    private static Import letter(Path file, ImportKind kind) throws Table.Unreadable {
        Table table = new TableFiles().open(file);
        return new Import(kind, table, kind.guess(table), "core", true, false);
    }

    @Test
    void a_table_is_looked_through_taken_in_and_written_out_and_its_duplicates_found() throws Exception {
        Path file = Files.writeString(
                folder.resolve("people.csv"),
                "客户编号,姓名,手机号,生日,城市\n1,欧阳小明,15500000001,1980-01-02,北京\n2,欧阳晓明,15500000002,1980-01-02,北京\n3,坏,12,,\n");
        var asked = persons(LEAD);
        var rows = new AtomicInteger();
        try (var run = run()) {
            var faulty = (Outcome.Faulty) asked.take(letter(file, ImportKind.CUSTOMERS), (read, wrong) -> true);
            assertThat(faulty.report().problems()).extracting("line").containsExactly(4);
            Files.writeString(file, Files.readString(file).replace("3,坏,12,,\n", ""));
            assertThat(asked.check(letter(file, ImportKind.CUSTOMERS), (read, wrong) -> {
                        rows.set(read);
                        return true;
                    }))
                    .isInstanceOfSatisfying(
                            Outcome.Faulty.class,
                            all -> assertThat(all.report().faulty()).isZero());
            var taken = (Outcome.Imported) asked.take(letter(file, ImportKind.CUSTOMERS), (read, wrong) -> true);
            assertThat(taken.added()).isEqualTo(2);
            assertThat(trail(taken.id(), Permission.IMPORT_CUSTOMERS))
                    .extracting(AuditEntry::who)
                    .containsExactly(LEAD.id());
            assertThat(asked.findDuplicates(looked -> true)).isPositive();
            var pair = asked.duplicates(50).stream()
                    .filter(one -> one.one().name().startsWith("欧阳"))
                    .findFirst()
                    .orElseThrow();
            asked.dismiss(pair.duplicate().id());
            assertThat(asked.duplicates(50)).doesNotContain(pair);
            // what is there is replaced, and the ending counts however it is written
            Path out = Files.writeString(folder.resolve("out.CSV"), "of yesterday");
            assertThat(asked.export(out, written -> true))
                    .hasValueSatisfying(count -> assertThat(count).isGreaterThanOrEqualTo(2));
            assertThat(out).content().contains("欧阳小明", "15500000001").doesNotContain("of yesterday");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void letters_are_filed_once_with_their_complaints_and_a_stranger_is_a_faulty_row() throws Exception {
        CustomerProfile who = customer("周文彬");
        String number = who.numbers().getFirst().e164();
        Path file = Files.writeString(
                folder.resolve("letters.csv"),
                "电话,日期,渠道,主题,内容,是否投诉,投诉内容\n" + number + ",2026-03-05,邮件,扣款,扣了两次,是,重复扣款\n" + number
                        + ",2026-03-06,微博,感谢,服务很好,否,\n+8613700000000,2026-03-06,来信,问候,无人认识,否,\n");
        var asked = persons(LEAD);
        try (var run = run()) {
            var faulty = (Outcome.Faulty) asked.take(letter(file, ImportKind.LETTERS), (read, wrong) -> true);
            assertThat(faulty.report().problems())
                    .extracting("line", "problem")
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(4, ImportProblem.UNKNOWN_CUSTOMER));
            assertThat(truth("select count(*) from customer_letter where customer = ?", who.id()))
                    .isEqualTo("0");
            Files.writeString(file, Files.readString(file).replaceFirst("\\+8613700000000.*\\n", ""));
            var taken = (Outcome.Imported) asked.take(letter(file, ImportKind.LETTERS), (read, wrong) -> true);
            assertThat(List.of(taken.added(), taken.changed())).containsExactly(2, 1);
            var again = (Outcome.Imported) asked.take(letter(file, ImportKind.LETTERS), (read, wrong) -> true);
            assertThat(List.of(again.added(), again.changed())).containsExactly(0, 0);
            assertThat(truth("select owner from complaint where customer = ?", who.id()))
                    .isEqualTo(LEAD.id().toString());
        }
    }

    private static UUID asks(StoreRoom seat, CustomerRequest.Kind kind, String words) {
        UUID id = Ids.next();
        var request =
                new CustomerRequest(id, kind, Optional.empty(), Optional.empty(), "", words, LEAD.id(), TIME.now());
        new JdbcCustomerRequests(seat.database(), seat.duties(), TIME)
                .ask(request, List.of("姓名,手机号\n王,15500000011\n".getBytes(StandardCharsets.UTF_8)));
        return id;
    }

    private static String ended(UUID request) {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (true) {
            String state = truth("select state from customer_request where id = ?", request);
            if (!Set.of("ASKED", "RUNNING").contains(state) || System.nanoTime() > until) return state;
            LockSupport.parkNanos(20_000_000);
        }
    }

    @Test
    void what_a_login_writes_by_hand_names_no_file_and_what_cannot_be_read_is_refused_at_once() throws Exception {
        StoreRoom seat = seat(LEAD);
        Path theirs = Files.writeString(folder.resolve("theirs.csv"), "theirs");
        String elsewhere = "CUSTOMERS\ncore\ntrue\nfalse\nNAME,NUMBER\n" + theirs;
        try (var run = run()) {
            assertThat(ended(asks(seat, Kind.CHECK, elsewhere))).isEqualTo("DONE");
            assertThat(theirs).hasContent("theirs");
            for (String words : List.of("", "CUSTOMERS\ncore\ntrue", elsewhere.replace("CUSTOMERS", "THINGS")))
                assertThat(ended(asks(seat, Kind.CHECK, words))).as(words).isEqualTo("REFUSED");
            assertThat(ended(asks(seat, Kind.MERGE, ""))).isEqualTo("REFUSED");
            assertThat(ended(asks(seat, Kind.PAIRS, "all"))).isEqualTo("REFUSED");
        }
    }

    @Test
    void what_fails_at_the_services_fails_at_the_desk_with_its_reason() {
        try (var run = run()) {
            assertThatThrownBy(() -> persons(LEAD).duplicates(-1))
                    .isInstanceOf(ServicesFailed.class)
                    .hasMessageContaining("StoreRefused");
        }
    }

    @Test
    void what_is_just_being_done_is_not_waited_for_when_it_is_taken_back() {
        StoreRoom seat = seat(LEAD);
        UUID id = asks(seat, Kind.PAIRS, "1");
        var requests = new JdbcCustomerRequests(seat.database(), seat.duties(), TIME);
        boolean taken = owner.handle(h -> {
            h.execute("update customer_request set state = 'RUNNING' where id = ?", id);
            return requests.withdraw(id);
        });
        assertThat(taken).isFalse();
        assertThat(requests.withdraw(id)).isTrue();
    }

    private static String parts(UUID request) {
        return truth("select count(*) from customer_request_part where request = ?", request);
    }

    @Test
    void the_files_of_what_never_ended_go_in_the_end() {
        UUID id = asks(seat(LEAD), Kind.CHECK, "x");
        owner.handle(h -> h.execute("update customer_request set state = 'RUNNING' where id = ?", id));
        DutyHandler tidy = new CustomerErrands(services, new ComplaintRoom(services, TIME).intake, "CN", TIME)
                .handlers().stream()
                        .filter(one -> one.kind().equals(CustomerRequests.TIDY))
                        .findFirst()
                        .orElseThrow();
        assertThat(tidy.carryOut(new Duty(Ids.next(), CustomerRequests.TIDY, id, NOW, 3)))
                .isInstanceOf(DutyHandler.Result.Again.class);
        assertThat(tidy.carryOut(new Duty(Ids.next(), CustomerRequests.TIDY, id, NOW, 25)))
                .isEqualTo(new DutyHandler.Result.Done());
        assertThat(parts(id)).isEqualTo("0");
        assertThat(ended(id)).isEqualTo("WITHDRAWN");
    }

    @Test
    void who_is_erased_is_in_no_file_under_way() {
        StoreRoom seat = seat(LEAD);
        UUID done = asks(seat, Kind.TAKE, "x");
        UUID open = asks(seat, Kind.EXPORT, "all.csv");
        owner.handle(h -> h.execute("update customer_request set state = 'DONE' where id = ?", done));
        new JdbcTombstones(owner).blank(customer("谁").id(), NOW);
        assertThat(parts(done)).isEqualTo("0");
        assertThat(ended(open)).isEqualTo("WITHDRAWN");
    }

    @Test
    void what_nobody_takes_up_is_taken_back_and_never_done() {
        CustomerProfile kept = customer("李");
        CustomerProfile gone = customer("李");
        var asked = new AskedPersons(
                EXPERT,
                seat(EXPERT),
                new AskedPersons.Patience(Duration.ofMillis(300), Duration.ofSeconds(9), 1 << 20),
                TIME);
        assertThatThrownBy(() -> asked.merge(kept.id(), gone.id(), "x")).isInstanceOf(NobodyServes.class);
        CustomerProfile other = customer("another");
        try (var run = run()) {
            persons(EXPERT).merge(kept.id(), other.id(), "to see that the services ran");
        }
        assertThat(new JdbcMerges(owner).into(kept.id())).hasSize(1);
    }

    @Test
    void an_agent_asks_for_nothing_an_expert_for_no_table_and_nobody_for_another_or_done_already() throws Exception {
        CustomerProfile who = customer("someone");
        Path file = Files.writeString(folder.resolve("one.csv"), "姓名,手机号\n王,15500000009\n");
        assertThatThrownBy(() -> persons(AGENT).merge(who.id(), Ids.next(), "x"))
                .isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> persons(EXPERT).take(letter(file, ImportKind.CUSTOMERS), (read, wrong) -> true))
                .isInstanceOf(NotPermitted.class);
        String request = "insert into customer_request (id, kind, customer, other, why, who, at, state, asked)"
                + " values (?, ?, ?, ?, '', ?, now(), ?, '')";
        for (var tried : List.of(
                List.of(AGENT, "MERGE", AGENT.id(), "ASKED"),
                List.of(EXPERT, "TAKE", EXPERT.id(), "ASKED"),
                List.of(EXPERT, "EXPORT", EXPERT.id(), "ASKED"),
                List.of(EXPERT, "ERASE", EXPERT.id(), "ASKED"),
                List.of(EXPERT, "MERGE", LEAD.id(), "ASKED"),
                List.of(EXPERT, "WHATEVER", EXPERT.id(), "ASKED"),
                List.of(EXPERT, "MERGE", EXPERT.id(), "DONE"))) {
            Database mine = seat((StaffMember) tried.get(0)).database();
            assertThatThrownBy(() -> mine.handle(h -> h.execute(
                            request, Ids.next(), tried.get(1), who.id(), who.id(), tried.get(2), tried.get(3))))
                    .as(tried.toString())
                    .isInstanceOf(StoreRefused.class);
        }
        Database lead = seat(LEAD).database();
        assertThatThrownBy(() -> services.database()
                        .handle(h -> h.execute(
                                "insert into audit (id, at, who, act, whom, why) values (?, now(), ?, 'ERASE_PERSON', ?, '')",
                                Ids.next(),
                                AGENT.id(),
                                who.id())))
                .as("nobody asked for it")
                .isInstanceOf(StoreRefused.class);
        lead.handle(h -> h.execute(request, Ids.next(), "MERGE", who.id(), who.id(), LEAD.id(), "ASKED"));
        assertThatThrownBy(() -> lead.handle(h -> h.execute("update customer_request set state = 'DONE'")))
                .isInstanceOf(StoreRefused.class);
    }
}
