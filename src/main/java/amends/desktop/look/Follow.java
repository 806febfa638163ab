package amends.desktop.look;

import amends.desktop.PresentationModel;
import amends.kernel.Cancellable;
import java.awt.event.HierarchyEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;

/** Lets a view follow its models as long as it is part of a window, so that a view drawn anew leaves nothing behind. */
public final class Follow {
    private Follow() {}

    /** The view is refreshed when it comes into a window and after every change from then on. */
    public static void models(JComponent view, Runnable refresh, PresentationModel... models) {
        List<Cancellable> followed = new ArrayList<>();
        view.addHierarchyListener(event -> {
            if ((event.getChangeFlags() & HierarchyEvent.DISPLAYABILITY_CHANGED) == 0) return;
            followed.forEach(Cancellable::cancel);
            followed.clear();
            if (!view.isDisplayable()) return;
            for (PresentationModel model : models) followed.add(model.listen(refresh));
            refresh.run();
        });
    }
}
