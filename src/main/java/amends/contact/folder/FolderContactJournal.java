package amends.contact.folder;

import amends.contact.ContactJournal;
import amends.kernel.folder.WaitingFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Contacts that wait, as {@link WaitingFiles}. */
public final class FolderContactJournal implements ContactJournal {
    private final WaitingFiles<Left> files;

    public FolderContactJournal(Path folder) {
        files = new WaitingFiles<>(folder, "contact", FolderContactJournal::read);
    }

    private static Left read(String text, Instant written) {
        Kept kept = ContactText.read(text);
        return new Left(kept.contact(), kept.note(), written.truncatedTo(ChronoUnit.MICROS));
    }

    @Override
    public void keep(Kept kept) {
        files.keep(kept.contact().id(), ContactText.of(kept));
    }

    @Override
    public void drop(UUID contact) {
        files.drop(contact);
    }

    @Override
    public List<Left> left() {
        return files.left();
    }
}
