package amends.app;

import amends.desktop.DesktopSettings;
import amends.desktop.EdtExecutor;
import amends.desktop.PostingWork;
import amends.desktop.signin.SignInModel;
import amends.desktop.signin.SignInWindow;
import amends.kernel.Timekeeper;
import amends.staff.SignIn;
import amends.staff.StaffMember;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Asks in a window of its own who sits here; until there is a door it says that who sat here is being signed out. */
final class Reception implements AutoCloseable {
    private final EdtExecutor screen;
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final CompletableFuture<Optional<StaffMember>> who = new CompletableFuture<>();
    private final CompletableFuture<SignInWindow> shown = new CompletableFuture<>();
    private final SignInModel model;

    private Reception(EdtExecutor screen, Timekeeper time, DesktopSettings window, String suggested, boolean leaving) {
        this.screen = screen;
        model = new SignInModel(new PostingWork(background, screen), time, member -> who.complete(Optional.of(member)));
        screen.execute(() -> {
            try {
                if (leaving) model.leaves();
                shown.complete(SignInWindow.open(model, window, suggested, () -> who.complete(Optional.empty())));
            } catch (RuntimeException e) {
                who.completeExceptionally(e);
            }
        });
    }

    /** For the first who comes. @param suggested the login to begin with; may be empty */
    static Reception first(EdtExecutor screen, Timekeeper time, DesktopSettings window, String suggested) {
        return new Reception(screen, time, window, suggested, false);
    }

    /** For whoever comes next, while the one before is being signed out: their login is nobody's business. */
    static Reception next(EdtExecutor screen, Timekeeper time, DesktopSettings window) {
        return new Reception(screen, time, window, "", true);
    }

    /** Blocks until somebody is in. Empty when the person gave up. */
    Optional<StaffMember> ask(SignIn door) throws Exception {
        screen.execute(() -> model.opens(door));
        return who.get();
    }

    @Override
    public void close() {
        screen.execute(() -> shown.thenAccept(SignInWindow::close));
        background.close();
    }
}
