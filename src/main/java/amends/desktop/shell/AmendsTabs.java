package amends.desktop.shell;

import amends.desktop.care.CarePage;
import amends.desktop.compensation.FairnessTab;
import amends.desktop.compensation.GrantsTab;
import amends.desktop.complaint.CallbacksTab;
import amends.desktop.complaint.ComplaintsTab;
import amends.desktop.look.Look;
import amends.desktop.promise.PromisesTab;
import amends.desktop.readiness.PlansPage;
import amends.desktop.recovery.AmendsPage;
import amends.desktop.report.CasesTab;
import java.util.ArrayList;
import java.util.List;

/** The tabs of the amends page: one line each, for those to whom it is given. */
final class AmendsTabs {
    private AmendsTabs() {}

    static List<AmendsPage.Tab> of(Look look, DeskModels models) {
        var tabs = new ArrayList<AmendsPage.Tab>();
        tabs.add(new AmendsPage.Tab(
                "complaints",
                look.get("amends.complaints"),
                new ComplaintsTab(look, models.complaintBoard(), models.time())));
        tabs.add(new AmendsPage.Tab(
                "callbacks",
                look.get("amends.callbacks"),
                new CallbacksTab(
                        look,
                        models.callbackBoard(),
                        models.complaintBoard(),
                        models.profile().homeRegion())));
        tabs.add(new AmendsPage.Tab("promises", look.get("amends.promises"), new PromisesTab(look, models.promises())));
        models.cases()
                .ifPresent(m -> tabs.add(new AmendsPage.Tab("cases", look.get("cases.title"), new CasesTab(look, m))));
        tabs.add(new AmendsPage.Tab(
                "grants", look.get("amends.grants"), new GrantsTab(look, models.grants(), models.time())));
        tabs.add(new AmendsPage.Tab("care", look.get("amends.care"), new CarePage(look, models.care(), models.time())));
        tabs.add(new AmendsPage.Tab(
                "plans", look.get("amends.plans"), new PlansPage(look, models.plans(), models.time())));
        models.fairness()
                .ifPresent(m -> tabs.add(new AmendsPage.Tab(
                        "fairness", look.get("amends.fairness"), new FairnessTab(look, m, models.time()))));
        return tabs;
    }
}
