package amends.contact.folder;

import amends.contact.ContactJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One file for each waiting contact, forced to the disk and put in place at once, readable by the desk's user alone.
 * A file that cannot be read is set aside as {@code .unreadable}, never removed.
 */
public final class FolderContactJournal implements ContactJournal {
    private static final Logger LOG = LoggerFactory.getLogger(FolderContactJournal.class);
    private static final String ENDING = ".contact";
    private final Path folder;

    public FolderContactJournal(Path folder) {
        this.folder = folder;
    }

    private Path file(UUID contact) {
        return folder.resolve(contact + ENDING);
    }

    @Override
    public void keep(Kept kept) {
        try {
            Files.createDirectories(folder);
            Path written = Files.createTempFile(folder, "writing", "", onlyMine());
            Files.writeString(written, ContactText.of(kept), StandardCharsets.UTF_8);
            try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(written, file(kept.contact().id()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.error(
                    "call {}: the contact could not be kept in {}",
                    kept.contact().call(),
                    folder,
                    e);
        }
    }

    private static FileAttribute<?>[] onlyMine() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    @Override
    public void drop(UUID contact) {
        try {
            Files.deleteIfExists(file(contact));
        } catch (IOException e) {
            LOG.error("contact {} is stored, and stays in {} too", contact, folder, e);
        }
    }

    @Override
    public List<Left> left() {
        if (!Files.isDirectory(folder)) return List.of();
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .flatMap(file -> read(file).stream())
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            LOG.error("the contacts that wait in {} could not be listed", folder, e);
            return List.of();
        }
    }

    private static Optional<Left> read(Path file) {
        try {
            Kept kept = ContactText.read(Files.readString(file));
            return Optional.of(new Left(
                    kept.contact(),
                    kept.note(),
                    Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.MICROS)));
        } catch (CharacterCodingException | IllegalArgumentException e) {
            LOG.error("{} is no contact and is set aside: {}", file, e.getMessage());
            setAside(file);
        } catch (NoSuchFileException e) {
            LOG.debug("{} was stored a moment ago", file);
        } catch (IOException e) {
            LOG.error("{} could not be read and is left where it is", file, e);
        }
        return Optional.empty();
    }

    private static void setAside(Path file) {
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + ".unreadable"));
        } catch (IOException e) {
            LOG.error("{} could not be set aside", file, e);
        }
    }
}
