package amends.desktop;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.launcher.TagFilter.includeTags;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The other JVM: runs its part of what is tagged {@code window} and writes a line for each test. */
final class WindowSuite {
    private WindowSuite() {}

    /** @param args the report, which part this is, from 0, and of how many */
    public static void main(String[] args) throws IOException {
        int part = Integer.parseInt(args[1]);
        int parts = Integer.parseInt(args[2]);
        PostDiscoveryFilter mine = test -> FilterResult.includedIf(!test.isTest() || partOf(test, parts) == part);
        try (var report = new PrintWriter(Files.newBufferedWriter(Path.of(args[0])), true)) {
            var request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(selectPackage("amends"))
                    .filters(includeTags("window"), mine)
                    .build();
            LauncherFactory.create().execute(request, new TestExecutionListener() {
                @Override
                public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                    if (test.isTest() || result.getStatus() == Status.FAILED) report.println(line(test, result));
                }
            });
        }
        System.exit(0);
    }

    private static int partOf(TestDescriptor test, int parts) {
        return Math.floorMod(test.getUniqueId().toString().hashCode(), parts);
    }

    private static String line(TestIdentifier test, TestExecutionResult result) {
        String name = test.getDisplayName().replace("()", "");
        return result.getThrowable().map(thrown -> name + "\t" + told(thrown)).orElse(name);
    }

    private static String told(Throwable thrown) {
        var words = new StringWriter();
        thrown.printStackTrace(new PrintWriter(words));
        return words.toString().replace('\n', '\u001e').replace("\t", "    ");
    }
}
