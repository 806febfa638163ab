package amends.app;

import amends.customer.CustomerImport.Outcome;
import amends.customer.CustomerImport.Report;
import amends.customer.CustomerOffice.Import;
import amends.customer.ImportField;
import amends.customer.ImportKind;
import amends.customer.ImportProblem;
import amends.customer.RowProblem;
import amends.customer.Table;
import amends.customer.spreadsheet.TableFiles;
import amends.kernel.PlainText;
import amends.kernel.Timekeeper;
import amends.kernel.yaml.YamlMistakes;
import amends.staff.NotPermitted;
import amends.staff.StaffMember;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Customers as a whole, without a window. */
@Command(
        name = "customers",
        description = "Customers, and what they wrote, taken in from tables.",
        mixinStandardHelpOptions = true,
        subcommands = CustomersCommand.TakingIn.class)
final class CustomersCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return Main.run("customers", "--help");
    }

    @Command(
            name = "import",
            description = {
                "Takes a CSV or XLSX in: all of it, or nothing.",
                "Columns are guessed by their headings; --preview shows how, and what is wrong with which row."
            },
            mixinStandardHelpOptions = true)
    static final class TakingIn implements Callable<Integer> {
        private static final int PREVIEWED = 5;
        private static final int WIDEST = 24;
        private static final Duration PATIENCE = Duration.ofSeconds(15);

        @Mixin
        SettingsOptions options;

        @Parameters(paramLabel = "FILE")
        Path file;

        @Option(
                names = "--as",
                required = true,
                paramLabel = "LOGIN",
                description = "In whose name: a lead's. It stands in the audit trail, and letters are theirs.")
        String login;

        @Option(names = "--letters", description = "The rows are what customers wrote, not customers.")
        boolean letters;

        @Option(
                names = "--mapping",
                split = ",",
                paramLabel = "HEADING=FIELD",
                description = "What a column is where the guess is wrong; none leaves it out.")
        Map<String, String> mapping = Map.of();

        @Option(names = "--source", defaultValue = "core", description = "The system whose customers' ids these are.")
        String source;

        @Option(names = "--preview", description = "Looks every row through and keeps nothing.")
        boolean preview;

        @Option(names = "--good-rows-only", description = "Leaves faulty rows out, instead of taking nothing in.")
        boolean goodRowsOnly;

        @Option(names = "--new-only", description = "Leaves customers who are there as they are.")
        boolean newOnly;

        @Override
        public Integer call() throws IOException, YamlMistakes {
            Home home = options.home();
            DeskSettings settings = options.read(home);
            Logs.to(home.logs(), false);
            if (settings.database().isPersonal())
                throw new Trouble(
                        Exit.USAGE,
                        "This needs the login that owns the tables, or the services' own: name it in database.user.");
            var time = Timekeeper.system();
            try (var store =
                    StoreRoom.open(settings.database(), settings.recovery(), home, InstallationName.of(home), time)) {
                if (!store.database().awaitAvailable(PATIENCE))
                    throw new Trouble(
                            Exit.UNAVAILABLE,
                            "The database does not answer: " + store.database().availability());
                StaffMember member = store.staff()
                        .byLogin(login)
                        .orElseThrow(() -> new Trouble(Exit.USAGE, "Nobody signs in as " + login + "."));
                var intake = new ComplaintRoom(store, settings, time).intake;
                return takenIn(new SharedPersons(member, store, intake, settings.homeRegion(), time));
            }
        }

        private int takenIn(SharedPersons persons) {
            try {
                ImportKind kind = letters ? ImportKind.LETTERS : ImportKind.CUSTOMERS;
                Table table = new TableFiles().open(file);
                List<ImportField> columns = columns(kind, table);
                if (preview) show(table, columns);
                var wanted = new Import(kind, table, columns, source, !newOnly, goodRowsOnly);
                Outcome outcome = preview ? persons.check(wanted, this::told) : persons.take(wanted, this::told);
                return said(outcome);
            } catch (Table.Unreadable e) {
                return unreadable(e);
            } catch (NotPermitted e) {
                throw new Trouble(Exit.USAGE, login + " may not take customers in: a lead may.", e);
            }
        }

        private boolean told(int rows, int faulty) {
            return true;
        }

        private List<ImportField> columns(ImportKind kind, Table table) {
            var columns = new ArrayList<>(kind.guess(table));
            mapping.forEach((heading, field) -> {
                int column = table.header().indexOf(heading);
                if (column < 0) throw new Trouble(Exit.USAGE, "There is no column \"" + heading + "\" in " + file);
                columns.set(column, field(kind, field));
            });
            return columns;
        }

        private static ImportField field(ImportKind kind, String typed) {
            return kind.fields().stream()
                    .filter(field -> word(field).equals(typed.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new Trouble(
                            Exit.USAGE,
                            "\"" + typed + "\" is none of "
                                    + kind.fields().stream().map(TakingIn::word).toList()));
        }

        private static String word(Enum<?> value) {
            return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static void show(Table table, List<ImportField> columns) throws Table.Unreadable {
            for (int i = 0; i < columns.size(); i++)
                System.out.printf("%-24s → %s%n", cut(table.header().get(i)), word(columns.get(i)));
            int[] shown = {0};
            table.rows((line, cells) -> {
                System.out.printf(
                        "%6d  %s%n",
                        line,
                        String.join(" | ", cells.stream().map(TakingIn::cut).toList()));
                return ++shown[0] < PREVIEWED;
            });
        }

        private static String cut(String cell) {
            return PlainText.line(cell, WIDEST);
        }

        private int said(Outcome outcome) {
            return switch (outcome) {
                case Outcome.Imported(var id, int added, int changed, Report report) -> {
                    problems(report);
                    String came = letters
                            ? Counted.of(added, "letter is", "letters are") + " new, "
                                    + Counted.of(changed, "complaint was", "complaints were") + " opened"
                            : Counted.of(added, "customer is", "customers are") + " new, "
                                    + Counted.of(changed, "was", "were") + " changed";
                    System.out.println(came + ", " + Counted.of(report.faulty(), "row was", "rows were") + " left out");
                    yield Exit.OK;
                }
                case Outcome.Faulty(Report report) -> {
                    problems(report);
                    System.out.println(Counted.of(report.rows(), "row") + ", " + report.faulty()
                            + (report.rows() == 1 ? "" : " of them") + " faulty: nothing was taken in");
                    yield report.faulty() == 0 ? Exit.OK : Exit.FAILED;
                }
                case Outcome.Cancelled cancelled -> Exit.FAILED;
                case Outcome.Unreadable(Table.Unreadable why) -> unreadable(why);
            };
        }

        private void problems(Report report) {
            for (RowProblem one : report.problems())
                System.out.printf(
                        "%s:%d: %s%s%s%s%n",
                        file.getFileName(),
                        one.line(),
                        one.column().isEmpty() ? "" : one.column() + ": ",
                        word(one.problem()).replace('-', ' '),
                        one.most() == 0 ? "" : " (at most " + one.most() + " characters)",
                        one.found().isEmpty() ? "" : " “" + one.found() + "”");
            long strangers = report.problems().stream()
                    .filter(one -> one.problem() == ImportProblem.UNKNOWN_CUSTOMER)
                    .count();
            if (strangers > 0)
                System.out.println(Counted.of(strangers, "letter is", "letters are")
                        + " from nobody who is there. Take "
                        + Counted.word(strangers, "its writer", "their writers") + " in first, by a"
                        + " table of customers with the same ids or numbers; then take this table in again: what is there"
                        + " already stays once.");
        }

        private int unreadable(Table.Unreadable why) {
            System.out.println(
                    file + ": " + word(why.why()).replace('-', ' ') + (why.line() == 0 ? "" : ", line " + why.line()));
            return Exit.NO_INPUT;
        }
    }
}
