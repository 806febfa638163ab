package amends.recovery.folder;

import amends.kernel.folder.WaitingFiles;
import amends.recovery.ComplaintDraft;
import amends.recovery.ComplaintJournal;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** Complaints that wait, as {@link WaitingFiles}. */
public final class FolderComplaintJournal implements ComplaintJournal {
    private final WaitingFiles<ComplaintDraft> files;

    public FolderComplaintJournal(Path folder) {
        files = new WaitingFiles<>(folder, "complaint", (text, written) -> DraftText.read(text));
    }

    @Override
    public void keep(ComplaintDraft draft) {
        files.keep(draft.id(), DraftText.of(draft));
    }

    @Override
    public void drop(UUID draft) {
        files.drop(draft);
    }

    @Override
    public List<ComplaintDraft> left() {
        return files.left();
    }
}
