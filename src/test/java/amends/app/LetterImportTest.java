package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import amends.customer.CustomerImport.Ask;
import amends.customer.CustomerImport.Outcome;
import amends.customer.CustomerImport.Outcome.Faulty;
import amends.customer.CustomerImport.Outcome.Imported;
import amends.customer.CustomerProfile;
import amends.customer.ImportKind;
import amends.customer.ImportProblem;
import amends.customer.LetterImport;
import amends.customer.RowProblem;
import amends.customer.Table;
import amends.customer.jdbc.JdbcCustomers;
import amends.customer.spreadsheet.TableFiles;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.Secret;
import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OnEachEngine;
import amends.kernel.jdbc.TestEngine;
import amends.staff.Role;
import amends.staff.StaffMember;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** Tables of letters taken in as a whole or not at all, once, with the complaints in them. */
@OnEachEngine
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LetterImportTest {
    private static final StaffMember LEAD = new StaffMember(Ids.next(), "1003", "赵倩", "1003", Set.of(Role.LEAD));
    private static final String HEAD = "客户编号,电话,日期,渠道,主题,内容,是否投诉,投诉内容,严重程度";

    @Parameter
    TestEngine engine;

    @TempDir
    static Path folder;

    private Database database;
    private StoreRoom store;
    private LetterImport imports;

    @BeforeEach
    void empty() {
        if (store == null) open();
        database.handle(h -> h.execute("delete from customer_letter"));
    }

    private void open() {
        var time = Timekeeper.system();
        var address = engine.newDatabase(folder);
        var where = new DeskSettings.Database(address.url(), address.user(), Secret.of(address.password()));
        store = StoreRoom.open(where, new Home(folder), "d", time);
        database = store.database();
        assertThat(database.awaitAvailable(Duration.ofSeconds(60))).isTrue();
        imports = new LettersRoom(
                        LEAD,
                        store,
                        store.profile().correcting(store, LEAD, time),
                        new ComplaintRoom(store, time).intake,
                        "CN",
                        time)
                .imports();
        UUID wang = customer("王建国", "+8613800138000");
        customer("陈静", "+8613900139000");
        database.handle(h -> h.execute(
                "insert into customer_outside_id (id, source, outside_id, customer) values (?, 'core', 'C1', ?)",
                Ids.next(),
                wang));
    }

    /** After each engine: the one instance serves both, and the second must not find the first one's database. */
    @AfterParameterizedClassInvocation
    void close() {
        store.close();
        store = null;
    }

    private UUID customer(String name, String number) {
        return new JdbcCustomers(database)
                .save(new CustomerProfile(
                        Ids.next(),
                        name,
                        List.of(new PhoneNumber(number)),
                        CustomerProfile.Tier.REGULAR,
                        "",
                        Optional.empty(),
                        "",
                        0))
                .id();
    }

    private Outcome take(boolean goodOnly, String... rows) {
        try {
            Path file = Files.createTempFile(folder, "letters", ".csv");
            Files.writeString(file, HEAD + "\n" + String.join("\n", rows));
            Table table = new TableFiles().open(file);
            return imports.run(
                    new Ask(table, ImportKind.LETTERS.guess(table), "core", true, goodOnly, LEAD),
                    (read, faulty) -> true);
        } catch (IOException | Table.Unreadable e) {
            throw new IllegalStateException(e);
        }
    }

    private long rows(String table) {
        return database.handle(
                h -> h.select("select count(*) from " + table).mapTo(Long.class).one());
    }

    @Test
    void letters_are_kept_once_and_their_complaints_opened_once() {
        long before = rows("complaint");
        String[] table = {
            "C1,,2026-03-05,邮件,扣款,\"扣了两次\n请退\",是,重复扣款,严重",
            ",139 0013 9000,2026/3/6,微博,感谢,服务很好,否,,",
            "C1,13800138000,20260307,,,问候,,,"
        };
        var first = (Imported) take(false, table);
        assertThat(List.of(first.added(), first.changed())).containsExactly(3, 1);
        var again = (Imported) take(false, table);
        assertThat(List.of(again.added(), again.changed(), again.report().good()))
                .containsExactly(0, 0, 3);
        assertThat(rows("customer_letter")).isEqualTo(3);
        assertThat(rows("complaint") - before).isEqualTo(1);
        assertThat(rows("complaint where severity = 'SEVERE' and what = '重复扣款'"))
                .isEqualTo(1);
        assertThat(rows("customer_letter where complaint is not null and channel = 'EMAIL'"))
                .isEqualTo(1);
    }

    @Test
    void what_is_wrong_is_told_row_by_row_and_keeps_all_out_unless_good_rows_were_asked_for() {
        String[] table = {
            "C1,,2026-03-05,邮件,扣款,x,,,",
            "C9,,2026-03-05,邮件,扣款,x,,,",
            "C1,13900139000,2026-03-05,邮件,扣款,x,,,",
            "C1,,soon,pigeon,扣款,x,maybe,,dire",
            "C1,1.38E+10,2999-01-01,邮件,,,,,",
            ",,2026-03-05,邮件,#REF!,x,,,"
        };
        var faulty = (Faulty) take(false, table);
        assertThat(faulty.report().faulty()).isEqualTo(5);
        assertThat(faulty.report().problems().stream().map(RowProblem::problem))
                .contains(
                        ImportProblem.UNKNOWN_CUSTOMER,
                        ImportProblem.ANOTHERS_NUMBER,
                        ImportProblem.NOT_A_DATE,
                        ImportProblem.UNKNOWN_WAY,
                        ImportProblem.NOT_YES_OR_NO,
                        ImportProblem.UNKNOWN_SEVERITY,
                        ImportProblem.SHORTENED_NUMBER,
                        ImportProblem.FUTURE_DATE,
                        ImportProblem.NOTHING_WRITTEN,
                        ImportProblem.BROKEN_FORMULA);
        assertThat(rows("customer_letter")).isZero();
        assertThat(((Imported) take(true, table)).added()).isEqualTo(1);
    }

    @Test
    void a_table_of_too_many_letters_is_refused_whole() {
        String[] table = new String[LetterImport.MOST_LETTERS + 5];
        for (int i = 0; i < table.length; i++) table[i] = "C1,,2026-03-05,邮件,扣款," + i + ",,,";
        assertThat(take(true, table)).isInstanceOf(Faulty.class);
        assertThat(rows("customer_letter")).isZero();
    }

    @Test
    void cells_of_any_kind_are_read_or_refused() {
        var random = new Random(7);
        String[] bits = {
            "C1", "是", "=1+1", "@x", "\u202e", "9", "2026-01-01", "邮件", "'-1", "\ud800", "x".repeat(4100), "\t"
        };
        String[] table = new String[200];
        for (int i = 0; i < table.length; i++) {
            var row = new StringBuilder(",13900139000");
            for (int cell = 0; cell < 7; cell++)
                row.append(',').append(bits[random.nextInt(bits.length)]).append(bits[random.nextInt(bits.length)]);
            table[i] = row.toString().replace("\ud800", "?");
        }
        assertThat(take(true, table)).isInstanceOf(Imported.class);
    }
}
