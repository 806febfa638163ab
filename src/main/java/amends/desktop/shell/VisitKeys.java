package amends.desktop.shell;

import amends.acd.VisitMode;
import amends.desktop.team.TeamModel;
import amends.desktop.team.TeamView;
import amends.desktop.team.VisitModel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javax.swing.KeyStroke;

/** A lead's keys into live calls: they work on the lead's page, the one to leave everywhere. */
final class VisitKeys {
    private VisitKeys() {}

    static Map<KeyStroke, BooleanSupplier> of(DeskModels models, CentreView centre) {
        var acts = new HashMap<KeyStroke, BooleanSupplier>();
        for (VisitMode mode : VisitMode.values())
            acts.put(
                    KeyStroke.getKeyStroke(TeamView.visitKey(mode)),
                    () -> done(centre.leading().flatMap(TeamModel::visits), v -> v.want(mode)));
        acts.put(
                KeyStroke.getKeyStroke(TeamView.LEAVE_KEY),
                () -> done(models.team().flatMap(TeamModel::visits), VisitModel::leave));
        return acts;
    }

    private static boolean done(Optional<VisitModel> visits, Consumer<VisitModel> act) {
        visits.ifPresent(act);
        return visits.isPresent();
    }
}
