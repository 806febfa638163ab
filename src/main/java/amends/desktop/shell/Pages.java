package amends.desktop.shell;

import amends.desktop.Page;
import amends.desktop.authors.AuthorsPage;
import amends.desktop.customers.CustomersPage;
import amends.desktop.look.Look;
import amends.desktop.recovery.AmendsPage;
import amends.desktop.report.ReportsPage;
import amends.desktop.shell.CentreView.Place;
import amends.desktop.sound.SoundPage;
import amends.staff.Permission;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** The places that are pages of their own: one line each, for those to whom it is given. */
final class Pages {
    private Pages() {}

    static Map<Place, Page> of(Look look, DeskModels models, Runnable home) {
        var pages = new EnumMap<Place, Page>(Place.class);
        if (models.customers().may(Permission.FIND_CUSTOMERS))
            pages.put(
                    Place.CUSTOMERS,
                    new CustomersPage(
                            look,
                            models.customers(),
                            models.time(),
                            models.profile().homeRegion()));
        pages.put(Place.AMENDS, new AmendsPage(look, models.amends(), AmendsTabs.of(look, models)));
        pages.put(Place.REPORTS, new ReportsPage(look, models.reports(), models.improvements()));
        if (models.authors().mayWrite())
            pages.put(Place.KNOWLEDGE, new AuthorsPage(look, models.authors(), models.time()));
        pages.put(Place.SOUND, new SoundPage(look, models.sound(), home));
        return Collections.unmodifiableMap(pages);
    }
}
