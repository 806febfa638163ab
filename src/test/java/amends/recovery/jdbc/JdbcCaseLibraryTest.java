package amends.recovery.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.SettableTime;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OnEachEngine;
import amends.kernel.jdbc.TestEngine;
import amends.recovery.CaseFiling;
import amends.recovery.CaseFiling.Outcome.Filed;
import amends.recovery.CaseFiling.Outcome.Refused;
import amends.recovery.CaseFiling.Outcome.StillNamed;
import amends.recovery.CaseFiling.Reason;
import amends.recovery.CaseWords;
import amends.recovery.Recovered;
import amends.recovery.RecoveryCase;
import amends.report.jdbc.ReportRows;
import amends.staff.Role;
import amends.staff.StaffMember;
import amends.staff.jdbc.JdbcAuditTrail;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachEngine
class JdbcCaseLibraryTest {
    @Parameter
    TestEngine engine;

    @TempDir
    Path folder;

    private final SettableTime time = new SettableTime();
    private final List<RecoveryCase> told = new ArrayList<>();
    private Database database;
    private ReportRows rows;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        rows = new ReportRows(database);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private CaseFiling of(UUID member, Role role) {
        var who = new StaffMember(member, "limin", "李敏", "1001", Set.of(role));
        return new CaseFiling(
                who,
                new CaseFiling.Books(
                        new JdbcCaseLibrary(database, false),
                        () -> List.of("李敏", "赵倩"),
                        told::add,
                        new JdbcAuditTrail(database),
                        database),
                time);
    }

    /** Answered, scored before and after. */
    private UUID complaint(UUID owner, int before, int after) {
        UUID customer = rows.customer("GOLD");
        UUID id = rows.complaint(
                owner,
                customer,
                rows.contact(owner, customer, time.now(), "COMPLAINT", before),
                time.now(),
                Duration.ofHours(3));
        rows.calledBack(id, owner, rows.contact(owner, customer, time.now(), "SOLVED", after), time.now());
        database.handle(h -> h.execute(
                "update complaint set what = '王建国（13800138000）被扣 268.34 元', answer = '李敏核对后当天退回', cause = '重复扣款'"
                        + " where id = ?",
                id));
        return id;
    }

    @Test
    void only_what_went_well_and_is_mine_can_become_a_case() {
        UUID good = complaint(ReportRows.LI, 1, 5);
        UUID better = complaint(ReportRows.LI, 1, 3);
        complaint(ReportRows.LI, 2, 3);
        complaint(ReportRows.WANG, 1, 5);

        assertThat(of(ReportRows.LI, Role.AGENT).candidates().stream().map(Recovered::complaint))
                .containsExactlyInAnyOrder(good, better);
        assertThat(of(ReportRows.LI, Role.LEAD).candidates()).hasSize(3);
    }

    @Test
    void what_is_kept_of_a_case_names_nobody() {
        complaint(ReportRows.LI, 1, 5);
        var filing = of(ReportRows.LI, Role.AGENT);
        Recovered recovered = filing.candidates().getFirst();
        var prepared = filing.prepare(recovered);
        assertThat(prepared.words().toString()).doesNotContain("王建国", "13800138000", "268.34", "李敏");

        var named = new CaseWords("重复扣款当天退回", "客户被扣两笔", "赵倩打电话 138 0013 8000 道歉", "");
        assertThat(filing.file(recovered, named, Set.of("赵倩")))
                .isInstanceOfSatisfying(
                        StillNamed.class,
                        s -> assertThat(s.prepared().words().done()).doesNotContain("赵倩", "8000"));
        assertThat(filing.file(recovered, prepared.words(), Set.of())).isInstanceOf(Filed.class);
        assertThat(filing.file(recovered, prepared.words(), Set.of())).isEqualTo(new Refused(Reason.DECIDED_ALREADY));
        assertThat(filing.candidates()).isEmpty();
        assertThat(told).hasSize(1);

        String row = database.handle(
                        h -> h.select("select * from recovery_case").mapToMap().list())
                .toString();
        assertThat(row)
                .doesNotContain(
                        "王建国", "李敏", "13800138000", recovered.complaint().toString(), ReportRows.LI.toString());
        assertThat(database.handle(h -> h.select("select * from recovery_case")
                                .mapToMap()
                                .list())
                        .getFirst()
                        .keySet())
                .containsExactlyInAnyOrder(
                        "id",
                        "filed_on",
                        "language",
                        "title",
                        "happened",
                        "done",
                        "learnt",
                        "kinds",
                        "cause",
                        "severity",
                        "score_before",
                        "score_after",
                        "state");
    }

    @Test
    void the_likest_cases_are_found_by_text_and_cause() {
        for (String[] words : new String[][] {
            {"重复扣款当天退回", "还款被扣两笔"},
            {"退款迟到五天", "退款一直没有到账"},
            {"card swallowed by the machine", "the machine kept the card"}
        }) {
            complaint(ReportRows.LI, 1, 5);
            var filing = of(ReportRows.LI, Role.AGENT);
            filing.file(filing.candidates().getFirst(), new CaseWords(words[0], words[1], "道歉并当天处理", ""), Set.of());
        }
        var filing = of(ReportRows.WANG, Role.AGENT);
        assertThat(filing.similar("客户说信用卡还款扣了两笔", "", Set.of(), 1)
                        .getFirst()
                        .words()
                        .title())
                .isEqualTo("重复扣款当天退回");
        assertThat(filing.similar("the ATM machine kept my card", "", Set.of(), 1)
                        .getFirst()
                        .words()
                        .title())
                .contains("card swallowed");
        assertThat(filing.similar("zzz", "", Set.of(), 3)).isEmpty();
    }

    @Test
    void one_that_is_put_aside_does_not_come_again() {
        complaint(ReportRows.LI, 1, 5);
        var filing = of(ReportRows.LI, Role.AGENT);
        filing.dismiss(filing.candidates().getFirst());
        assertThat(filing.candidates()).isEmpty();
        assertThat(filing.cases()).isEmpty();
    }
}
