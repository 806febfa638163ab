package amends.desktop;

import amends.knowledge.DraftApproval;
import amends.recovery.CaseFiling;
import amends.report.PaperWriter;
import amends.report.Reporting;
import amends.staff.ImprovementBox;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What the page of reports is made of; everything blocks and is asked in the background.
 *
 * @param reporting empty for those to whom no figures are given
 * @param writers the kinds of file that a report can be taken out as
 * @param folder where they are put
 * @param cases empty for those who handle no recoveries
 * @param currency of what amends cost
 */
public record ReportPorts(
        Optional<Reporting> reporting,
        List<PaperWriter> writers,
        Path folder,
        ZoneId zone,
        Currency currency,
        ImprovementBox improvements,
        Optional<CaseFiling> cases,
        DraftApproval drafts) {}
