package amends.recording;

import amends.kernel.Duty;
import amends.kernel.DutyHandler;
import amends.kernel.Transactions;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves a desk's anchored head over the links stored since, whichever process does it. A link that does not follow
 * stops the head for good: the desk's chain was forked or rewritten.
 */
public final class ChainAnchoring implements DutyHandler {
    public static final String KIND = "anchor-recording-chain";
    private static final Logger LOG = LoggerFactory.getLogger(ChainAnchoring.class);
    private static final int BATCH = 500;
    private static final Duration SOON = Duration.ofMinutes(1);
    private final Transactions transactions;
    private final ChainAnchors anchors;

    public ChainAnchoring(Transactions transactions, ChainAnchors anchors) {
        this.transactions = transactions;
        this.anchors = anchors;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Result carryOut(Duty duty) {
        return transactions.call(() -> anchors.deskOf(duty.subject())
                .map(this::anchor)
                .orElseGet(() -> new Result.GivenUp("no link of that recording is stored")));
    }

    private Result anchor(String desk) {
        var head = anchors.head(desk);
        var links = anchors.after(desk, head.map(ChainAnchors.Head::number).orElse(0L), BATCH);
        for (ChainLink link : links) {
            long expected = head.map(ChainAnchors.Head::number).orElse(0L) + 1;
            if (link.number() > expected) {
                keep(desk, head);
                return new Result.Again(SOON, "link " + expected + " is not stored yet");
            }
            if (!link.previous().equals(head.map(ChainAnchors.Head::hash).orElse(ChainLink.NOTHING))) {
                keep(desk, head);
                LOG.error("the recording chain of desk {} does not hold at link {}", desk, link.number());
                return new Result.GivenUp("link " + link.number() + " does not follow the one before");
            }
            head = Optional.of(new ChainAnchors.Head(link.number(), link.hash()));
        }
        keep(desk, head);
        return links.size() < BATCH ? new Result.Done() : new Result.Again(Duration.ZERO, "more links follow");
    }

    private void keep(String desk, Optional<ChainAnchors.Head> head) {
        head.ifPresent(h -> anchors.moveHead(desk, h));
    }
}
