package amends.law;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * What a test needs of the machine. Where it is absent the test is skipped by name, with the package to install;
 * under CI the skip is a failure, because there everything is installed.
 */
public final class Needs {
    private Needs() {}

    /** A program on the path. @param debianPackage what to install to have it */
    public static void program(String name, String debianPackage) {
        need(isThere(name), name + " is not installed: apt-get install " + debianPackage);
    }

    private static boolean isThere(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** A program that is not installed for the tests, and wanted by {@code -Damends.NAME=true}: else a skip, even under CI. */
    public static void uncommonProgram(String name, String debianPackage) {
        assumeTrue(Boolean.getBoolean("amends." + name), "-Damends." + name + "=true is not given");
        assumeTrue(isThere(name), name + " is not installed: apt-get install " + debianPackage);
    }

    /** A file of a package that is no program. */
    public static void file(Path file, String debianPackage) {
        need(Files.exists(file), file + " is not there: apt-get install " + debianPackage);
    }

    /** A real peer that is started by hand beside the tests; its absence is a skip even under CI. */
    public static void peer(String host, int port, String what) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), 500);
        } catch (IOException e) {
            assumeTrue(false, what + " does not run on " + host + ":" + port + ", see src/docs/interop.md");
        }
    }

    private static void need(boolean there, String otherwise) {
        if (there) return;
        if ("true".equals(System.getenv("CI"))) fail(otherwise);
        assumeTrue(false, otherwise);
    }
}
