package amends.app;

import amends.kernel.StoreAvailability;
import amends.kernel.StoreRefused;
import amends.kernel.StoreUnavailable;
import amends.kernel.jdbc.Database;
import amends.recording.ChainAnchors;
import amends.recording.CheckResult;
import amends.recording.RecordingCheck;
import amends.recording.RecordingLibrary;
import amends.recording.Sealing;
import amends.recording.WavExport;
import amends.recording.folder.FolderVault;
import amends.recording.jdbc.JdbcChainAnchors;
import amends.recording.ogg.OggOpus;
import amends.recording.tink.VaultKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "recording",
        description = "Looks after sealed recordings.",
        mixinStandardHelpOptions = true,
        subcommands = {RecordingCommand.Verify.class, RecordingCommand.Export.class, RecordingCommand.ListFiles.class})
final class RecordingCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return Main.run("recording", "--help");
    }

    /** Where the keys and the chain are. */
    static final class Room {
        @Mixin
        SettingsOptions settings;

        @Option(
                names = "--keys",
                paramLabel = "DIR",
                description = "The folder with the vault's keys, if it is not in the home folder.")
        Path keys;

        FolderVault vault(Path recording) throws Exception {
            Path configured = settings.read(settings.home()).recording().folder();
            return new FolderVault(
                    Files.exists(configured)
                            ? configured
                            : recording.toAbsolutePath().getParent());
        }

        Sealing sealing() throws IOException {
            Path folder = keys == null ? settings.home().keys() : keys;
            if (!Files.isDirectory(folder))
                throw new Trouble(
                        Exit.NO_INPUT,
                        "There are no keys in " + folder + ": name the home of the desk that recorded with "
                                + Home.OPTION + ", or its keys with --keys.");
            return VaultKeys.sealing(folder);
        }
    }

    @Command(
            name = "verify",
            description = {
                "Says whether a recording is sealed and whole, or what is wrong with it.",
                "Exit code 0: sealed and whole; 3: interrupted, all that was written is there; 1: anything else."
            },
            mixinStandardHelpOptions = true)
    static final class Verify implements Callable<Integer> {
        private static final int INTERRUPTED = 3;
        private static final Duration PATIENCE = Duration.ofSeconds(4);

        @Mixin
        Room room;

        @Parameters(paramLabel = "FILE")
        Path file;

        @Override
        public Integer call() throws Exception {
            there(file);
            CheckResult result = checked();
            System.out.println(file + ": " + result.inWords());
            return switch (result) {
                case CheckResult.SealedAndWhole whole -> Exit.OK;
                case CheckResult.Interrupted interrupted -> INTERRUPTED;
                default -> Exit.FAILED;
            };
        }

        /** With what the database keeps of the chains where it answers soon; a desk at work may have it open. */
        private CheckResult checked() throws Exception {
            var where = room.settings.read(room.settings.home()).database();
            Sealing sealing = room.sealing();
            Logs.to(room.settings.home().logs(), false);
            try (var vault = room.vault(file);
                    var database = DbCommand.Where.open(where.ifThere())) {
                if (answersSoon(database)) return check(vault, sealing, Optional.of(new JdbcChainAnchors(database)));
                return check(vault, sealing, Optional.empty());
            }
        }

        private CheckResult check(FolderVault vault, Sealing sealing, Optional<ChainAnchors> anchors)
                throws IOException {
            try {
                var result = new RecordingCheck(vault, sealing, new OggOpus(), anchors).verify(file);
                if (anchors.isEmpty()) System.err.println("The database does not answer: checked without it.");
                return result;
            } catch (StoreUnavailable | StoreRefused e) {
                return check(vault, sealing, Optional.empty());
            }
        }

        private static boolean answersSoon(Database database) {
            var first = new CountDownLatch(1);
            database.onAvailability(now -> {
                if (!(now instanceof StoreAvailability.Opening)) first.countDown();
            });
            try {
                first.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return database.availability() instanceof StoreAvailability.Available;
        }
    }

    @Command(
            name = "export",
            description = "Writes a recording as a stereo WAV: customer left, agent right.",
            mixinStandardHelpOptions = true)
    static final class Export implements Callable<Integer> {
        @Mixin
        Room room;

        @Parameters(paramLabel = "FILE")
        Path file;

        @Option(names = "--wav", required = true, paramLabel = "OUT")
        Path wav;

        @Override
        public Integer call() throws Exception {
            there(file);
            try {
                var exported = new WavExport(room.sealing(), new OggOpus()).export(file, wav);
                System.out.printf("%s: %.1f s%n", wav, exported.length().toMillis() / 1000.0);
                exported.lacking().ifPresent(System.out::println);
                return Exit.OK;
            } catch (RecordingLibrary.CannotOpen e) {
                throw new Trouble(Exit.FAILED, file + " cannot be opened: " + e.getMessage(), e);
            }
        }
    }

    @Command(name = "list", description = "Lists the recordings of this home.", mixinStandardHelpOptions = true)
    static final class ListFiles implements Callable<Integer> {
        @Mixin
        SettingsOptions settings;

        @Override
        public Integer call() throws Exception {
            Path folder = settings.read(settings.home()).recording().folder();
            try (var vault = new FolderVault(folder)) {
                for (String name : vault.files()) System.out.println(folder.resolve(name));
            }
            return Exit.OK;
        }
    }

    private static void there(Path file) {
        if (Files.isDirectory(file)) throw new Trouble(Exit.NO_INPUT, file + ": is a folder, not a recording");
        if (!Files.isRegularFile(file)) throw new Trouble(Exit.NO_INPUT, file + ": there is no such file");
    }
}
