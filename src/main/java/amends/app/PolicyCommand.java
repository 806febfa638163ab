package amends.app;

import amends.compensation.CompensationPolicy;
import amends.compensation.PolicyReader;
import amends.compensation.jdbc.JdbcPolicies;
import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.kernel.yaml.YamlMistakes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The compensation policy: checked, put in force, shown. */
@Command(
        name = "policy",
        description = "What may be given for what went wrong: checked, put in force, shown.",
        mixinStandardHelpOptions = true,
        subcommands = {PolicyCommand.Check.class, PolicyCommand.Install.class, PolicyCommand.Show.class})
final class PolicyCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return Main.run("policy", "--help");
    }

    @Command(
            name = "check",
            description = "Reads a policy and says what is wrong in it, line by line.",
            mixinStandardHelpOptions = true)
    static final class Check implements Callable<Integer> {
        @Parameters(paramLabel = "FILE", description = "YAML, as \"amends policy show\" prints the one in force.")
        Path file;

        @Override
        public Integer call() {
            CompensationPolicy read = read(file);
            System.out.printf(
                    "%s: %s, %s, nothing wrong%n",
                    read.name(),
                    Counted.of(read.rows().size(), "row"),
                    Counted.of(read.options().size(), "option"));
            return Exit.OK;
        }
    }

    @Command(
            name = "install",
            description = "Puts a policy in force, for every desk of the database.",
            mixinStandardHelpOptions = true)
    static final class Install implements Callable<Integer> {
        @Mixin
        DbCommand.Where where;

        @Parameters(paramLabel = "FILE", description = "The policy; a change of it wants another edition.")
        Path file;

        @Override
        public Integer call() throws IOException, YamlMistakes {
            CompensationPolicy read = read(file);
            try (Database database = where.open()) {
                boolean installed = new JdbcPolicies(database)
                        .install(Files.readString(file), Timekeeper.system().now());
                if (!installed)
                    throw new Trouble(
                            Exit.BAD_CONFIGURATION,
                            read.name() + " was in force with other words: the ledger names it, so give this one"
                                    + " another edition.");
            }
            System.out.println(read.name() + " is in force.");
            return Exit.OK;
        }
    }

    @Command(name = "show", description = "Prints the policy in force.", mixinStandardHelpOptions = true)
    static final class Show implements Callable<Integer> {
        @Mixin
        DbCommand.Where where;

        @Override
        public Integer call() throws IOException, YamlMistakes {
            try (Database database = where.open()) {
                System.out.print(new JdbcPolicies(database).textInForce());
            }
            return Exit.OK;
        }
    }

    private static CompensationPolicy read(Path file) {
        try {
            return PolicyReader.read(file);
        } catch (YamlMistakes e) {
            throw new Trouble(Exit.BAD_CONFIGURATION, e.getMessage(), e);
        }
    }
}
