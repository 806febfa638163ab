package amends.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import amends.desktop.look.Language;
import amends.desktop.look.Theme;
import java.awt.AWTException;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.KeyboardFocusManager;
import java.awt.Robot;
import java.awt.event.KeyEvent;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** What tests of the window share: a desk of fakes, a robot at the keyboard, a look at the components. */
@Tag("window")
public abstract class UnderXvfb {
    @TempDir
    protected Path home;

    protected FakeDesk desk;
    private Robot robot;

    @BeforeEach
    void sit() throws AWTException {
        robot = new Robot();
        robot.setAutoDelay(5);
        desk = new FakeDesk();
        desk.onAnOrdinaryMorning();
    }

    protected DesktopSettings settings(Language language) {
        var settings = DesktopSettings.in(home);
        settings.change(p -> new Preferences(
                language,
                Theme.LIGHT,
                100,
                Optional.of(new Preferences.Place(0, 0, 1280, 800)),
                false,
                Optional.empty(),
                Map.of()));
        return settings;
    }

    protected <T> T onScreen(Callable<T> look) {
        var task = new FutureTask<>(look);
        try {
            EventQueue.invokeAndWait(task);
            return task.get();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (InvocationTargetException | java.util.concurrent.ExecutionException e) {
            throw new AssertionError(e.getCause());
        }
    }

    protected void does(Runnable act) {
        onScreen(() -> {
            act.run();
            return null;
        });
        flush();
    }

    /** Lets what was posted, and what that posted, happen; the display itself is not asked. */
    private void flush() {
        for (int i = 0; i < 3; i++) onScreen(() -> null);
    }

    /** Lets everything happen that was posted so far, what comes by way of the display too. */
    protected void settle() {
        robot.waitForIdle();
        onScreen(() -> null);
    }

    protected void press(int... keys) {
        strike(keys);
        settle();
    }

    private void strike(int... keys) {
        for (int key : keys) robot.keyPress(key);
        for (int i = keys.length - 1; i >= 0; i--) robot.keyRelease(keys[i]);
    }

    /** Types lower-case letters, digits and spaces. */
    protected void type(String text) {
        for (char c : text.toCharArray()) strike(KeyEvent.getExtendedKeyCodeForChar(c));
        settle();
    }

    protected void until(String what, BooleanSupplier holds) {
        for (int i = 0; i < 800; i++) {
            if (onScreen(holds::getAsBoolean)) return;
            robot.delay(25);
        }
        assertThat(false).as("within twenty seconds: " + what).isTrue();
    }

    protected String focused() {
        return onScreen(() -> {
            Component owner =
                    KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
            return owner == null ? "nothing" : String.valueOf(owner.getName());
        });
    }

    protected static Component find(Container root, String name) {
        for (Component child : root.getComponents()) {
            if (name.equals(child.getName())) return child;
            if (child instanceof Container inner) {
                Component found = find(inner, name);
                if (found != null) return found;
            }
        }
        return null;
    }
}
