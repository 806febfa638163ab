package amends.app;

import amends.kernel.yaml.YamlMistakes;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command line: {@code amends COMMAND}. Every error is one message that says what to do about it. */
@Command(
        name = "amends",
        description = "The desktop of a call-centre agent that knows how to make amends.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {
            DemoCommand.class,
            DeskCommand.class,
            PbxCommand.class,
            SmscCommand.class,
            ServicesCommand.class,
            DbCommand.class,
            RecordingCommand.class,
            KbCommand.class,
            CustomersCommand.class,
            PolicyCommand.class,
            BenchCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Main implements Runnable {
    @CommandLine.Spec
    CommandLine.Model.CommandSpec spec;

    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String... args) {
        return line().execute(args);
    }

    /** The whole command line, whose output can still be turned elsewhere. */
    static CommandLine line() {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler(Main::told)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static int told(Exception e, CommandLine command, CommandLine.ParseResult parsed) {
        PrintWriter err = command.getErr();
        int code = switch (e) {
            case Trouble trouble -> trouble.exitCode;
            case YamlMistakes mistakes -> Exit.BAD_CONFIGURATION;
            case IOException io -> Exit.CANNOT_CREATE;
            default -> Exit.FAILED;
        };
        if (code == Exit.FAILED && !(e instanceof Trouble)) e.printStackTrace(err);
        else err.println(message(e));
        err.flush();
        return code;
    }

    /** The file system's own errors hold the file's name and little else. */
    private static String message(Exception e) {
        return switch (e) {
            case NoSuchFileException missing -> missing.getFile() + ": there is no such file or folder";
            case AccessDeniedException denied -> denied.getFile() + ": access is denied";
            case FileAlreadyExistsException there ->
                there.getFile() + ": there is something of that name already, where a new file or a folder is wanted";
            case NotDirectoryException file -> file.getFile() + ": is not a folder";
            case FileSystemException other
            when other.getReason() == null ->
                other.getFile() + ": " + other.getClass().getSimpleName();
            default -> e.getMessage() == null ? e.toString() : e.getMessage();
        };
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Which command? Try 'amends demo'.");
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"Amends " + (version == null ? "(built from source)" : version)};
        }
    }
}
