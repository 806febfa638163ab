package amends.desktop.report;

import static org.assertj.core.api.Assertions.assertThat;

import amends.desktop.FakeReports;
import amends.desktop.PostingWork;
import amends.desktop.report.ReportModel.Export;
import amends.desktop.report.ReportModel.Standing;
import amends.kernel.SettableTime;
import amends.report.Cut;
import amends.report.Figure;
import amends.report.PaperFile.Outcome;
import amends.report.Papers;
import amends.report.Period;
import amends.report.Period.Reach;
import amends.report.spreadsheet.XlsxPaper;
import amends.staff.Role;
import amends.staff.StaffMember;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportModelTest {
    @TempDir
    Path folder;

    private final SettableTime time = new SettableTime();
    private final FakeReports reports = new FakeReports(time);
    private final Deque<Runnable> later = new ArrayDeque<>();

    @BeforeEach
    void begin() {
        time.setWall(Instant.parse("2026-03-04T02:00:00Z"));
        reports.folder = folder;
    }

    private ReportModel of(Role role) {
        return of(role, new PostingWork(Runnable::run, Runnable::run));
    }

    private ReportModel of(Role role, PostingWork work) {
        var member = new StaffMember(new UUID(1, 1001), "limin", "李敏", "1001", Set.of(role));
        return new ReportModel(reports.port(member), work, time, id -> "name of " + id.getLeastSignificantBits());
    }

    @Test
    void it_begins_with_this_week_and_never_shows_the_future() {
        ReportModel model = of(Role.LEAD);
        model.count();
        assertThat(model.period()).isEqualTo(Period.around(Reach.WEEK, LocalDate.of(2026, 3, 4)));
        assertThat(model.standing()).isEqualTo(Standing.SHOWN);
        model.next();
        assertThat(model.period().from()).isEqualTo(LocalDate.of(2026, 3, 2));
        model.previous();
        assertThat(model.report().orElseThrow().period().from()).isEqualTo(LocalDate.of(2026, 2, 23));
        model.next();
        assertThat(model.period().from()).isEqualTo(LocalDate.of(2026, 3, 2));
    }

    @Test
    void own_days_are_read_and_nonsense_is_said() {
        ReportModel model = of(Role.LEAD);
        model.custom("2026-02-01", "2026-02-10");
        assertThat(model.period()).isEqualTo(Period.custom(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 10)));
        for (String until : new String[] {"2026-01-01", "tomorrow", "", "2026-02-31", "9999-01-01"}) {
            model.custom("2026-02-01", until);
            assertThat(model.isDateUnread()).as(until).isTrue();
        }
        assertThat(model.period().until()).isEqualTo(LocalDate.of(2026, 2, 10));
        model.reach(Reach.MONTH);
        assertThat(model.isDateUnread()).isFalse();
        assertThat(model.period()).isEqualTo(Period.around(Reach.MONTH, LocalDate.of(2026, 2, 10)));
    }

    @Test
    void what_was_asked_last_is_shown_whatever_answers_first() {
        ReportModel model = of(Role.LEAD, new PostingWork(later::add, Runnable::run));
        model.count();
        model.cutBy(Cut.AGENT);
        later.removeLast().run();
        later.removeLast().run();
        assertThat(model.report().orElseThrow().cut()).isEqualTo(Cut.AGENT);
        assertThat(model.agent(new UUID(1, 1002).toString())).isEqualTo("name of 1002");
    }

    @Test
    void a_database_that_is_away_is_said_and_what_was_shown_stays() {
        ReportModel model = of(Role.AGENT);
        model.count();
        reports.away = true;
        model.count();
        assertThat(model.standing()).isEqualTo(Standing.AWAY);
        assertThat(model.report()).isPresent();
        assertThat(model.cuts()).doesNotContain(Cut.AGENT);
    }

    @Test
    void a_file_is_made_beside_the_work_and_can_be_let_go() {
        ReportModel model = of(Role.LEAD);
        model.choose(Figure.LIFT);
        model.export(new XlsxPaper(), () -> Papers.of(3, "x"), "r");
        assertThat(model.export())
                .isInstanceOfSatisfying(
                        Export.Ended.class, e -> assertThat(e.outcome()).isInstanceOf(Outcome.Written.class));
        assertThat(folder.resolve("r.xlsx")).isNotEmptyFile();

        ReportModel slow = of(Role.LEAD, new PostingWork(later::add, Runnable::run));
        slow.export(new XlsxPaper(), () -> Papers.of(3, "x"), "s");
        assertThat(slow.export()).isInstanceOf(Export.Running.class);
        slow.cancelExport();
        later.removeFirst().run();
        assertThat(slow.export()).isEqualTo(new Export.Ended(new Outcome.Cancelled()));
        assertThat(folder.resolve("s.xlsx")).doesNotExist();
    }
}
