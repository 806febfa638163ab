package amends.recovery.folder;

import amends.recovery.ComplaintDraft;
import amends.recovery.ComplaintJournal;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One file for each waiting complaint, forced to the disk and put in place at once, readable by the desk's user alone.
 * A file that cannot be read is set aside as {@code .unreadable}, never removed.
 */
public final class FolderComplaintJournal implements ComplaintJournal {
    private static final Logger LOG = LoggerFactory.getLogger(FolderComplaintJournal.class);
    private static final String ENDING = ".complaint";
    private final Path folder;

    public FolderComplaintJournal(Path folder) {
        this.folder = folder;
    }

    private Path file(UUID draft) {
        return folder.resolve(draft + ENDING);
    }

    @Override
    public void keep(ComplaintDraft draft) {
        try {
            Files.createDirectories(folder);
            Path written = Files.createTempFile(folder, "writing", "", onlyMine());
            Files.writeString(written, DraftText.of(draft), StandardCharsets.UTF_8);
            try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(written, file(draft.id()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.error("complaint {} could not be kept in {}", draft.id(), folder, e);
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
    public void drop(UUID draft) {
        try {
            Files.deleteIfExists(file(draft));
        } catch (IOException e) {
            LOG.error("complaint {} is stored, and stays in {} too", draft, folder, e);
        }
    }

    @Override
    public List<ComplaintDraft> left() {
        if (!Files.isDirectory(folder)) return List.of();
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .flatMap(file -> read(file).stream())
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            LOG.error("the complaints that wait in {} could not be listed", folder, e);
            return List.of();
        }
    }

    private static Optional<ComplaintDraft> read(Path file) {
        try {
            return Optional.of(DraftText.read(Files.readString(file)));
        } catch (CharacterCodingException | IllegalArgumentException e) {
            LOG.error("{} is no complaint and is set aside: {}", file, e.getMessage());
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
