package amends.app;

import amends.customer.CustomerImport;
import amends.customer.CustomerImport.Ask;
import amends.customer.ImportKind;
import amends.customer.Table;
import amends.customer.jdbc.JdbcDuplicates;
import amends.customer.jdbc.JdbcImportStore;
import amends.customer.spreadsheet.TableFiles;
import amends.kernel.Ids;
import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.DatabaseAddress;
import amends.staff.Role;
import amends.staff.StaffMember;
import amends.staff.jdbc.JdbcAuditTrail;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how long it takes to take customers in. */
@Command(
        name = "import",
        description = {
            "Takes a table of invented customers, or FILE, in and says how long it took.",
            "The database is a new one in a folder for the purpose, or the one named: its customers get more."
        },
        mixinStandardHelpOptions = true)
final class ImportBench implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    private static final StaffMember LEAD =
            new StaffMember(Ids.named("import bench"), "bench", "bench", "0", Set.of(Role.LEAD));

    @Option(names = "--rows", defaultValue = "100000", description = "How many rows are invented.")
    int rows;

    @Option(names = "--file", paramLabel = "FILE", description = "A CSV or XLSX of your own instead.")
    Path file;

    @Option(names = "--db", paramLabel = "URL", description = "A JDBC address; a new H2 when left out.")
    String url;

    @Option(names = "--db-user", defaultValue = "")
    String user;

    @Option(names = "--db-password", defaultValue = "")
    String password;

    private final Timekeeper time = Timekeeper.system();

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("amends-bench");
        Logs.to(folder, false);
        Path table = file == null ? invented(folder.resolve("customers.csv")) : file;
        String address = url == null ? "jdbc:h2:file:" + folder.resolve("bench") : url;
        try (var database = Database.open(new DatabaseAddress(address, user, password), time)) {
            if (!database.awaitAvailable(Duration.ofSeconds(30)))
                throw new Trouble(Exit.UNAVAILABLE, "The database does not answer: " + database.availability());
            return measured(database, table);
        }
    }

    private int measured(Database database, Path path) throws Table.Unreadable {
        var imports = new CustomerImport(
                new JdbcImportStore(database),
                new JdbcDuplicates(database),
                new JdbcAuditTrail(database),
                database,
                time,
                "CN",
                ZoneId.systemDefault());
        long began = time.nanos();
        Table table = new TableFiles().open(path);
        var ask = new Ask(table, ImportKind.CUSTOMERS.guess(table), "bench", true, true, LEAD);
        imports.check(ask, (read, faulty) -> true);
        double checked = since(began);
        long[] lastTold = {time.nanos()};
        var threads = ManagementFactory.getThreadMXBean();
        long worked = threads.getCurrentThreadCpuTime();
        var outcome = imports.run(ask, (read, faulty) -> {
            lastTold[0] = time.nanos();
            return true;
        });
        spec.commandLine()
                .getOut()
                .printf(
                        "{\"check_s\":%.2f,\"import_s\":%.2f,\"of_it_last_step_s\":%.2f,\"import_cpu_s\":%.2f,\"outcome\":\"%s\"}%n",
                        checked,
                        since(began) - checked,
                        since(lastTold[0]),
                        (threads.getCurrentThreadCpuTime() - worked) / 1e9,
                        said(outcome));
        return outcome instanceof CustomerImport.Outcome.Imported ? Exit.OK : Exit.FAILED;
    }

    private static String said(CustomerImport.Outcome outcome) {
        return outcome instanceof CustomerImport.Outcome.Imported done
                ? "added " + done.added() + ", changed " + done.changed() + ", faulty "
                        + done.report().faulty()
                : outcome.getClass().getSimpleName();
    }

    private double since(long began) {
        return (time.nanos() - began) / 1e9;
    }

    private Path invented(Path path) throws IOException {
        try (var out = new PrintStream(Files.newOutputStream(path), false, StandardCharsets.UTF_8)) {
            out.println("客户编号,姓名,手机号,等级,城市,开户日期,生日,备注");
            String[] cities = {"上海", "北京", "广州", "成都", "杭州"};
            String family = "王李张刘陈杨赵黄周吴";
            String given = "建国静敏强丽军洋艳勇杰娟涛超明霞平刚桂英";
            for (int i = 0; i < rows; i++)
                out.printf(
                        "C%07d,%c%c%c,138%08d,%s,%s,20%02d-%02d-%02d,19%02d-%02d-%02d,%s%n",
                        i,
                        family.charAt(i % family.length()),
                        given.charAt(i / 10 % given.length()),
                        given.charAt(i / 190 % given.length()),
                        i,
                        i % 10 == 0 ? "金卡" : "普通",
                        cities[i % cities.length],
                        i % 25,
                        1 + i % 12,
                        1 + i % 28,
                        50 + i % 50,
                        1 + i % 12,
                        1 + i % 28,
                        i % 3 == 0 ? "喜欢晚上接电话" : "");
        }
        return path;
    }
}
