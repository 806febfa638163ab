package amends.launcher;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Starts Amends on a JDK that is new enough. Compiled for Java 8, because it runs on whatever {@code java} is found
 * first; the program itself is only touched once the JVM is known to be able to read it.
 */
public final class Launcher {
    private static final int NEEDED = 25;
    private static final String MAIN = "amends.app.Main";

    private Launcher() {}

    public static void main(String[] args) throws Exception {
        if (release(System.getProperty("java.specification.version")) >= NEEDED) {
            runHere(args);
            return;
        }
        File java = find();
        if (java == null) {
            System.err.println("Amends needs Java " + NEEDED + " or newer, and this is Java "
                    + System.getProperty("java.version") + ": install a JDK " + NEEDED
                    + ", or set JAVA_HOME (or AMENDS_JAVA_HOME) to one.");
            System.exit(69);
        }
        System.exit(runThere(java, args));
    }

    private static void runHere(String[] args) throws Exception {
        try {
            Class.forName(MAIN).getMethod("main", String[].class).invoke(null, (Object) args);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception) throw (Exception) e.getCause();
            throw e;
        }
    }

    private static int runThere(File java, String[] args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<String>(Arrays.asList(
                java.getPath(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseZGC",
                "-cp",
                System.getProperty("java.class.path"),
                MAIN));
        command.addAll(Arrays.asList(args));
        final Process child = new ProcessBuilder(command).inheritIO().start();
        Runtime.getRuntime().addShutdownHook(new Thread(new Runnable() {
            @Override
            public void run() {
                child.destroy();
            }
        }));
        return child.waitFor();
    }

    private static File find() {
        List<File> homes = new ArrayList<File>();
        addHome(homes, System.getenv("AMENDS_JAVA_HOME"));
        addHome(homes, System.getenv("JAVA_HOME"));
        addChildren(homes, new File(System.getProperty("user.home"), ".jdks"));
        addChildren(homes, new File(System.getProperty("user.home"), ".sdkman/candidates/java"));
        for (String folder : new String[] {
            "/usr/lib/jvm",
            "/usr/java",
            "/opt/java",
            "/opt",
            "/Library/Java/JavaVirtualMachines",
            "C:\\Program Files\\Java",
            "C:\\Program Files\\Eclipse Adoptium",
            "C:\\Program Files\\Microsoft"
        }) {
            addChildren(homes, new File(folder));
        }
        for (File home : homes) {
            File java = java(home);
            if (java != null && release(version(home)) >= NEEDED) return java;
        }
        return null;
    }

    private static void addHome(List<File> homes, String path) {
        if (path != null && !path.isEmpty()) homes.add(new File(path));
    }

    private static void addChildren(List<File> homes, File folder) {
        File[] children = folder.listFiles();
        if (children == null) return;
        Arrays.sort(children);
        for (File child : children) {
            homes.add(child);
            homes.add(new File(child, "Contents/Home"));
        }
    }

    private static File java(File home) {
        for (String name : new String[] {"bin/java", "bin/java.exe"}) {
            File java = new File(home, name);
            if (java.isFile()) return java;
        }
        return null;
    }

    /** What the JDK's own {@code release} file says: cheaper and safer than starting every java there is. */
    private static String version(File home) {
        File release = new File(home, "release");
        if (!release.isFile()) return "0";
        try {
            for (String line : java.nio.file.Files.readAllLines(release.toPath())) {
                if (line.startsWith("JAVA_VERSION=")) return line.substring(13).replace("\"", "");
            }
        } catch (IOException e) {
            return "0";
        }
        return "0";
    }

    /** 8 for 1.8.0_392, 25 for 25.0.3, 25-ea. */
    static int release(String version) {
        String[] parts = version.split("[^0-9]+");
        try {
            int first = Integer.parseInt(parts[0]);
            return first == 1 && parts.length > 1 ? Integer.parseInt(parts[1]) : first;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
