package amends.app;

import amends.desktop.ReportPorts;
import amends.kernel.Timekeeper;
import amends.knowledge.DraftApproval;
import amends.knowledge.jdbc.JdbcArticleDrafts;
import amends.recovery.CaseFiling;
import amends.recovery.jdbc.JdbcCaseLibrary;
import amends.report.Reporting;
import amends.report.jdbc.JdbcTallies;
import amends.report.pdf.PdfPaper;
import amends.report.spreadsheet.XlsxPaper;
import amends.staff.ImprovementBox;
import amends.staff.Permission;
import amends.staff.StaffMember;
import amends.staff.jdbc.JdbcImprovements;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Figures, their files, and what employees suggest, wired for one person. */
final class ReportRoom {
    private static final Currency CURRENCY = Currency.getInstance("CNY");
    private final StoreRoom store;
    private final Timekeeper time = Timekeeper.system();

    ReportRoom(StoreRoom store) {
        this.store = store;
    }

    ReportPorts ports(StaffMember member) {
        var zone = ZoneId.systemDefault();
        Optional<Reporting> reporting = Optional.of(member)
                .filter(Permission.SEE_OWN_FIGURES::isGivenTo)
                .map(m -> new Reporting(m, new JdbcTallies(store.database(), store.isPersonal()), zone, time));
        return new ReportPorts(
                reporting,
                List.of(new XlsxPaper(), new PdfPaper()),
                folder(),
                zone,
                CURRENCY,
                improvements(member),
                filing(member),
                approval(member));
    }

    ImprovementBox improvements(StaffMember member) {
        return new ImprovementBox(
                member, new JdbcImprovements(store.database()), store.audit(), store.database(), time);
    }

    private Optional<CaseFiling> filing(StaffMember member) {
        if (!Permission.FILE_CASE.isGivenTo(member)) return Optional.empty();
        var drafts = new JdbcArticleDrafts(store.database());
        var books = new CaseFiling.Books(
                new JdbcCaseLibrary(store.database(), store.isPersonal()),
                () -> store.staff().all().stream().map(StaffMember::name).toList(),
                told -> drafts.add(CaseArticle.of(told, time.now())),
                store.audit(),
                store.database());
        return Optional.of(new CaseFiling(member, books, time));
    }

    private DraftApproval approval(StaffMember member) {
        return new DraftApproval(
                member,
                new JdbcArticleDrafts(store.database()),
                store.knowledge().articles(),
                store.audit(),
                store.database(),
                time);
    }

    /** Where people look for what they made. */
    private static Path folder() {
        Path home = Path.of(System.getProperty("user.home"));
        Path documents = home.resolve("Documents");
        return Files.isDirectory(documents) ? documents : home;
    }
}
