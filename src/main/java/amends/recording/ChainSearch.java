package amends.recording;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Optional;

/** Looks a file up in all chains of a vault. */
final class ChainSearch {
    private final Vault vault;
    private final Optional<ChainAnchors> anchors;

    ChainSearch(Vault vault, Optional<ChainAnchors> anchors) {
        this.vault = vault;
        this.anchors = anchors;
    }

    ChainFinding find(SeekableByteChannel file, SealedFile.Readable parts) throws IOException {
        Optional<String> broken = Optional.empty();
        for (Chain chain : vault.chains()) {
            var links = new ArrayList<ChainLink>();
            var anchored = new Anchored(head(chain));
            Optional<String> fault = chain.walk(link -> {
                anchored.pass(link);
                if (link.recording().equals(parts.header().id())) links.add(link);
            });
            if (fault.isEmpty()) fault = anchored.fault();
            if (!links.isEmpty() && anchored.fault().isPresent())
                return new ChainFinding.ChainBroken(anchored.fault().get());
            if (!links.isEmpty()) return judged(links.getLast(), file, parts);
            if (fault.isPresent()) broken = fault;
        }
        return broken.<ChainFinding>map(ChainFinding.ChainBroken::new).orElseGet(ChainFinding.NotInChain::new);
    }

    private static ChainFinding judged(ChainLink link, SeekableByteChannel file, SealedFile.Readable parts)
            throws IOException {
        if (link.kind() == ChainLink.Kind.TOMBSTONE) return new ChainFinding.Tombstoned(link.number(), link.at());
        String digest = RecordingFacts.digest(file, parts.header().salt());
        return digest.equals(link.file())
                ? new ChainFinding.InChain(link.number())
                : new ChainFinding.DigestDiffers(link.number());
    }

    private Optional<ChainAnchors.Head> head(Chain chain) throws IOException {
        return anchors.isEmpty() ? Optional.empty() : anchors.get().head(chain.desk());
    }

    /** Whether a chain still is the one whose head the database keeps. */
    private static final class Anchored {
        private final Optional<ChainAnchors.Head> head;
        private boolean met;

        Anchored(Optional<ChainAnchors.Head> head) {
            this.head = head;
        }

        void pass(ChainLink link) {
            if (head.isPresent() && link.number() == head.get().number())
                met = link.hash().equals(head.get().hash());
        }

        Optional<String> fault() {
            return head.filter(h -> !met).map(h -> "its link " + h.number() + " is not the one kept in the database");
        }
    }
}
