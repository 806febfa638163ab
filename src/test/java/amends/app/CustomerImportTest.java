package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import amends.customer.CustomerImport;
import amends.customer.CustomerImport.Ask;
import amends.customer.CustomerImport.Outcome;
import amends.customer.CustomerImport.Outcome.Cancelled;
import amends.customer.CustomerImport.Outcome.Faulty;
import amends.customer.CustomerImport.Outcome.Imported;
import amends.customer.CustomerProfile;
import amends.customer.CustomerProfile.Tier;
import amends.customer.FindingCustomers;
import amends.customer.FindingDuplicates;
import amends.customer.FoundCustomer;
import amends.customer.ImportField;
import amends.customer.ImportKind;
import amends.customer.ImportProblem;
import amends.customer.LoggingSearchGate;
import amends.customer.RowProblem;
import amends.customer.Table;
import amends.customer.jdbc.JdbcCustomerSearch;
import amends.customer.jdbc.JdbcCustomers;
import amends.customer.jdbc.JdbcDuplicates;
import amends.customer.jdbc.JdbcImportStore;
import amends.customer.jdbc.JdbcPortraits;
import amends.customer.spreadsheet.TableFiles;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OnEachEngine;
import amends.kernel.jdbc.TestEngine;
import amends.staff.Role;
import amends.staff.StaffMember;
import amends.staff.jdbc.JdbcAuditTrail;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** Tables of customers taken in as a whole or not at all, found again, and duplicates found among them. */
@OnEachEngine
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomerImportTest {
    private static final StaffMember LEAD = new StaffMember(Ids.next(), "1003", "赵倩", "1003", Set.of(Role.LEAD));
    private static final CustomerImport.Watch ON = (rows, faulty) -> true;

    @Parameter
    TestEngine engine;

    @TempDir
    static Path folder;

    private Database database;
    private JdbcCustomers customers;
    private CustomerImport imports;

    @BeforeEach
    void open() {
        if (database == null) database = engine.open(folder);
        database.run(() -> {
            for (String table : List.of(
                    "customer_tag",
                    "customer_word",
                    "customer_occasion",
                    "customer_portrait",
                    "customer_outside_id",
                    "customer_number",
                    "customer_duplicate",
                    "customer")) database.handle(h -> h.execute("delete from " + table));
        });
        customers = new JdbcCustomers(database);
        imports = importing(database);
    }

    /** After each engine: the one instance serves both, and the second must not find the first one's database. */
    @AfterParameterizedClassInvocation
    void close() {
        database.close();
        database = null;
    }

    private Table table(Charset charset, String... lines) {
        try {
            Path file = Files.createTempFile(folder, "customers", ".csv");
            Files.write(file, String.join("\r\n", lines).getBytes(charset));
            return new TableFiles().open(file);
        } catch (IOException | Table.Unreadable e) {
            throw new IllegalStateException(e);
        }
    }

    private Ask ask(Table table, boolean goodOnly) {
        return new Ask(table, ImportKind.CUSTOMERS.guess(table), "core", true, goodOnly, LEAD);
    }

    private CustomerProfile of(String number) {
        return customers.byNumber(new PhoneNumber(number)).orElseThrow();
    }

    private CustomerImport importing(Transactions transactions) {
        return new CustomerImport(
                new JdbcImportStore(database),
                new JdbcDuplicates(database),
                new JdbcAuditTrail(database),
                transactions,
                Timekeeper.system(),
                "CN",
                ZoneId.of("Asia/Shanghai"));
    }

    @Test
    void an_outside_id_and_a_number_that_somebody_got_meanwhile_stay_theirs_and_all_others_are_taken_in() {
        var other = customers.save(new CustomerProfile(
                Ids.next(),
                "先来",
                List.of(new PhoneNumber("+8613800138001")),
                Tier.REGULAR,
                "",
                java.util.Optional.empty(),
                "",
                0));
        database.run(() -> database.handle(h -> h.execute("delete from customer_number")));
        var steps = new java.util.concurrent.atomic.AtomicInteger();
        // first the rows wait, then they become customers
        Transactions meanwhile = new Transactions() {
            @Override
            public <T> T call(Supplier<T> work) {
                if (steps.incrementAndGet() == 2)
                    database.handle(h -> h.execute(
                                    "insert into customer_outside_id (id, source, outside_id, customer) values (?, 'core', '1', ?)",
                                    Ids.next(),
                                    other.id())
                            + h.execute(
                                    "insert into customer_number (number, customer, place) values ('+8613800138001', ?, 0)",
                                    other.id()));
                return database.call(work);
            }
        };
        Table table = table(StandardCharsets.UTF_8, "客户编号,姓名,手机号", "1,王建国,13800138001", "2,陈静,13900139000");
        var done = (Imported) importing(meanwhile).run(ask(table, false), ON);
        assertThat(done.added()).isEqualTo(2);
        assertThat(of("+8613800138001").id()).isEqualTo(other.id());
        assertThat(rows("customer_outside_id")).isEqualTo(2);
    }

    private long rows(String table) {
        return database.handle(
                h -> h.select("select count(*) from " + table).mapTo(Long.class).one());
    }

    @Test
    void a_chinese_table_becomes_customers_with_all_that_is_known_of_them() {
        Table table = table(
                Charset.forName("GB18030"),
                "客户编号;姓名;手机号;家庭电话;等级;城市;开户日期;生日;语言;标签;持有产品;备注",
                "00017;王建国;１３８００１３８０００;021-50001234;金卡;上海;2019年3月5日;1980-02-29;粤语;\"怕吵;老客户\";信用卡;\"喜欢\n晚上\"",
                "00018;陈静;13900139000;;VIP;;20200102;5月6日;;;;");
        var columns = new java.util.ArrayList<>(ImportKind.CUSTOMERS.guess(table));
        columns.set(3, ImportField.NUMBER);

        var done = (Imported) imports.run(new Ask(table, columns, "core", true, false, LEAD), ON);

        assertThat(done.added()).isEqualTo(2);
        CustomerProfile wang = of("+8613800138000");
        assertThat(wang.name()).isEqualTo("王建国");
        assertThat(wang.numbers()).hasSize(2);
        assertThat(wang.tier()).isEqualTo(Tier.GOLD);
        assertThat(wang.region()).isEqualTo("上海");
        assertThat(wang.note()).isEqualTo("喜欢\n晚上");
        assertThat(wang.since()).contains(java.time.Instant.parse("2019-03-04T16:00:00Z"));
        var portrait = new JdbcPortraits(database).of(wang.id());
        assertThat(portrait.products()).containsExactly("信用卡");
        assertThat(portrait.occasions())
                .singleElement()
                .hasToString("Occasion[kind=BIRTHDAY, name=, day=--02-29, year=Optional[1980]]");
        assertThat(rows("customer_tag")).isEqualTo(2);
        assertThat(rows("customer_import_chunk")).isZero();
    }

    @Test
    void a_faulty_row_keeps_all_out_and_is_reported_with_line_and_column() {
        Table table = table(
                StandardCharsets.UTF_8,
                "\uFEFF姓名,手机号,等级,开户日期",
                "王,13800138000,金,2020-01-01",
                "李,1.38E+10,金,2020-01-01",
                "张,13900139000,钻石,2020-13-01",
                "赵,13800138000,,",
                ",,,",
                "孙,#N/A,,2999-01-01");

        var faulty = (Faulty) imports.run(ask(table, false), ON);

        assertThat(rows("customer")).isZero();
        assertThat(faulty.report().problems())
                .extracting(RowProblem::line, RowProblem::column, RowProblem::problem)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(3, "手机号", ImportProblem.SHORTENED_NUMBER),
                        org.assertj.core.groups.Tuple.tuple(4, "等级", ImportProblem.UNKNOWN_TIER),
                        org.assertj.core.groups.Tuple.tuple(4, "开户日期", ImportProblem.NOT_A_DATE),
                        org.assertj.core.groups.Tuple.tuple(5, "手机号", ImportProblem.NUMBER_TWICE),
                        org.assertj.core.groups.Tuple.tuple(7, "手机号", ImportProblem.BROKEN_FORMULA),
                        org.assertj.core.groups.Tuple.tuple(7, "开户日期", ImportProblem.FUTURE_DATE));

        var done = (Imported) imports.run(ask(table, true), ON);
        assertThat(done.added()).isEqualTo(1);
        assertThat(done.report().faulty()).isEqualTo(4);
    }

    @Test
    void a_table_that_was_taken_in_before_changes_who_is_there_and_adds_nobody() {
        imports.run(ask(table(StandardCharsets.UTF_8, "id,name,phone,city", "1,Wang,13800138000,Shanghai"), false), ON);
        var again = (Imported) imports.run(
                ask(
                        table(
                                StandardCharsets.UTF_8,
                                "id,name,phone,city",
                                "1,Wang Jianguo,13700137000,",
                                "2,Chen,13600136000,"),
                        false),
                ON);

        assertThat(again.added()).isEqualTo(1);
        assertThat(again.changed()).isEqualTo(1);
        CustomerProfile wang = of("+8613700137000");
        assertThat(wang).isEqualTo(of("+8613800138000"));
        assertThat(wang.name()).isEqualTo("Wang Jianguo");
        assertThat(wang.region()).isEqualTo("Shanghai");
        assertThat(wang.version()).isEqualTo(2);
    }

    @Test
    void a_cancelled_import_leaves_nothing() {
        String[] lines = new String[2001];
        lines[0] = "name,phone";
        for (int i = 1; i < lines.length; i++) lines[i] = "n" + i + ",138%08d".formatted(i);

        Outcome outcome = imports.run(ask(table(StandardCharsets.UTF_8, lines), false), (rows, faulty) -> rows < 1000);

        assertThat(outcome).isInstanceOf(Cancelled.class);
        assertThat(rows("customer") + rows("customer_import_chunk")).isZero();
    }

    @Test
    void a_row_that_fits_two_customers_is_left_out_and_both_are_shown_as_possible_duplicates() {
        imports.run(
                ask(table(StandardCharsets.UTF_8, "id,name,phone", "1,a,13800138000", "2,b,13900139000"), false), ON);
        var done = (Imported)
                imports.run(ask(table(StandardCharsets.UTF_8, "id,name,phone", "1,a,13900139000", "3,c,"), true), ON);

        assertThat(done.report().problems())
                .extracting(RowProblem::problem)
                .containsExactly(ImportProblem.TWO_CUSTOMERS);
        assertThat(new JdbcDuplicates(database).open(9)).hasSize(1);
    }

    @Test
    void of_two_rows_that_fit_one_known_customer_the_second_is_named_in_the_check_and_in_the_import() {
        imports.run(ask(table(StandardCharsets.UTF_8, "id,name,phone", "1,Wang,13800138000"), false), ON);
        Table twice = table(StandardCharsets.UTF_8, "id,name,phone", "1,Wang,", ",Wang Wu,13800138000", "2,Li,");

        var checked = (Faulty) imports.check(ask(twice, false), ON);
        var refused = (Faulty) imports.run(ask(twice, false), ON);
        for (var report : List.of(checked.report(), refused.report()))
            assertThat(report.problems())
                    .extracting(RowProblem::line, RowProblem::problem)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(3, ImportProblem.CUSTOMER_TWICE));

        var done = (Imported) imports.run(ask(twice, true), ON);
        assertThat(done.added()).isEqualTo(1);
        assertThat(of("+8613800138000").name()).isEqualTo("Wang");
    }

    @Test
    void customers_are_found_by_name_number_and_outside_id_and_like_ones_as_duplicates() {
        imports.run(
                ask(
                        table(
                                StandardCharsets.UTF_8,
                                "客户编号,姓名,手机号,城市,生日",
                                "A1,欧阳小明,13800138000,上海,1990-01-02",
                                "A2,欧阳晓明,13900139000,北京,1990-01-02",
                                "A3,100%_x,13700137000,,"),
                        false),
                ON);
        var finding = new FindingCustomers(
                new LoggingSearchGate(
                        new JdbcCustomerSearch(database), new JdbcAuditTrail(database), database, Timekeeper.system()),
                "CN");

        assertThat(finding.find("欧阳", 0, 1, LEAD).more()).isTrue();
        assertThat(finding.find("138 0013 8000", 0, 9, LEAD).found())
                .extracting(FoundCustomer::numberEnd)
                .containsExactly("8000");
        assertThat(finding.find("A2", 0, 9, LEAD).found())
                .extracting(FoundCustomer::name)
                .containsExactly("欧阳晓明");
        assertThat(finding.find("%", 0, 9, LEAD).found()).isEmpty();

        assertThat(new FindingDuplicates(new JdbcDuplicates(database), database, Timekeeper.system())
                        .find(LEAD, looked -> true))
                .isEqualTo(1);
        assertThat(new JdbcDuplicates(database).open(9))
                .singleElement()
                .satisfies(pair -> assertThat(
                                Set.of(pair.one().name(), pair.another().name()))
                        .containsExactlyInAnyOrder("欧阳小明", "欧阳晓明"));
    }

    @Test
    void who_is_erased_while_the_rows_are_on_their_way_stays_erased() {
        var number = new PhoneNumber("+8613800138000");
        var who = customers.save(new CustomerProfile(
                Ids.next(), "王建国", List.of(number), Tier.REGULAR, "", java.util.Optional.empty(), "", 0));
        boolean[] erased = {false};
        Table one = table(StandardCharsets.UTF_8, "客户编号,姓名,手机号", "C1,王建国二,13800138000", "C2,陈静,13900139000");
        imports.run(ask(one, true), (rows, faulty) -> {
            if (!erased[0])
                database.run(() -> database.handle(h -> h.execute(
                        "update customer set name = '', erased = ? where id = ?", java.time.Instant.now(), who.id())));
            erased[0] = true;
            return true;
        });
        assertThat(customers.byId(who.id()).orElseThrow().name()).isEmpty();
        assertThat(of("+8613900139000").name()).isEqualTo("陈静");
        assertThat(rows("customer_outside_id")).isEqualTo(1);
    }

    @Test
    void what_a_killed_import_left_goes_at_the_next_start_where_the_database_is_ones_own() {
        var store = new JdbcImportStore(database);
        var duties = new amends.kernel.jdbc.JdbcDuties(database);
        java.util.UUID dead = Ids.next();
        store.begin(
                ask(table(StandardCharsets.UTF_8, "姓名", "x"), true),
                dead,
                java.time.Instant.now().minusSeconds(60));
        database.handle(h -> h.execute(
                "insert into customer_import_chunk (import, place, content) values (?, 1, ?)", dead, new byte[1]));
        var tidying = new amends.customer.ImportTidying(
                store, duties, database, ZoneId.of("Asia/Shanghai"), Timekeeper.system());
        tidying.begin(false);
        assertThat(rows("customer_import_chunk")).isEqualTo(1);
        tidying.begin(true);
        assertThat(rows("customer_import_chunk")).isZero();
    }
}
