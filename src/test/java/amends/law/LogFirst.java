package amends.law;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.slf4j.LoggerFactory;

/**
 * The log is there before the first test: while one thread looks for it, every other is given a stand-in, and a command
 * that a test runs at that moment cannot say where the log goes.
 */
public final class LogFirst implements LauncherSessionListener {
    @Override
    public void launcherSessionOpened(LauncherSession session) {
        LoggerFactory.getILoggerFactory();
    }
}
