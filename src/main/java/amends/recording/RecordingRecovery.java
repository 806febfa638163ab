package amends.recording;

import amends.kernel.PlainText;
import amends.kernel.Timekeeper;
import amends.recording.RecordingLedger.DeskLink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a desk does at its start about the work of one that died: closes what was left open, links what is not in the
 * chain, and enters what the database never heard of.
 */
public final class RecordingRecovery {
    private static final Logger LOG = LoggerFactory.getLogger(RecordingRecovery.class);
    private final Vault vault;
    private final RecordingLedger ledger;
    private final RecordingClosing closing;
    private final List<String> found;

    private RecordingRecovery(Vault vault, RecordingLedger ledger, RecordingClosing closing, List<String> found) {
        this.vault = vault;
        this.ledger = ledger;
        this.closing = closing;
        this.found = found;
    }

    /**
     * Looks what there is. To be done before the first call: what is not there yet is not touched by {@link #recover},
     * so that a running recording is not taken for one left behind.
     */
    public static RecordingRecovery survey(
            Vault vault, Sealing sealing, SoundFormat format, RecordingLedger ledger, Timekeeper time) {
        List<String> found = List.of();
        try {
            found = vault.files();
        } catch (IOException e) {
            LOG.warn("the vault could not be read", e);
        }
        return new RecordingRecovery(vault, ledger, new RecordingClosing(vault, sealing, format, time), found);
    }

    /**
     * Mends what was found, each file by itself: one that cannot be mended is logged and left.
     *
     * @return the recordings closed here
     */
    public List<Recording> recover() {
        var closed = new ArrayList<Recording>();
        try {
            if (found.isEmpty() && vault.chains().isEmpty()) return closed;
            vault.chain().hold();
            var links = new ArrayList<ChainLink>();
            vault.chain().walk(links::add);
            var known = links.stream().map(ChainLink::recording).collect(Collectors.toSet());
            for (String name : found)
                if (!known.contains(idIn(name))) close(name).ifPresent(closed::add);
            ledger.enterMissing(vault.chain().desk(), stored -> enterAgain(links, stored));
        } catch (IOException e) {
            LOG.warn("recordings left behind are not looked after now", e);
        }
        return closed;
    }

    private void enterAgain(List<ChainLink> links, long stored) {
        var names = new HashMap<UUID, String>();
        for (String name : found) names.put(idIn(name), name);
        for (ChainLink link : links) if (link.number() > stored) enterAgain(names.get(link.recording()), link);
    }

    private Optional<Recording> close(String name) {
        try {
            var closed = closing.interrupted(name);
            closed.ifPresent(c -> ledger.enter(c.recording(), c.link()));
            closed.map(RecordingClosing.Closed::recording).ifPresent(RecordingRecovery::log);
            return closed.map(RecordingClosing.Closed::recording);
        } catch (IOException e) {
            LOG.warn("{} was left open and could not be closed", name, e);
            return Optional.empty();
        }
    }

    private static void log(Recording closed) {
        String call = PlainText.line(closed.call(), 200);
        LOG.info("call {}: its recording was left open, now {}, {}", call, closed.state(), closed.length());
    }

    private void enterAgain(String name, ChainLink link) {
        try {
            var desk = new DeskLink(vault.chain().desk(), link);
            boolean erased = link.kind() == ChainLink.Kind.TOMBSTONE;
            if (erased && name != null) vault.delete(name);
            var row = erased || name == null ? Optional.<Recording>empty() : row(name);
            row.ifPresentOrElse(r -> ledger.enter(r, Optional.of(desk)), () -> ledger.linked(desk));
        } catch (IOException e) {
            LOG.warn("{} could not be entered again", name, e);
        }
    }

    private Optional<Recording> row(String name) throws IOException {
        try (var file = vault.read(name)) {
            return SealedFile.read(file) instanceof SealedFile.Readable parts
                    ? parts.mark().map(mark -> RecordingFacts.row(parts.header(), mark, name))
                    : Optional.empty();
        }
    }

    /** @return null when the name is not of our making */
    private static UUID idIn(String name) {
        String last = name.substring(name.lastIndexOf('/') + 1);
        try {
            return UUID.fromString(last.substring(0, Math.min(36, last.length())));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
