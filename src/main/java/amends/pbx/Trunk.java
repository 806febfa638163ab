package amends.pbx;

import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;

/**
 * The public network as this exchange sees it.
 *
 * @param peer where outside numbers are dialled to, and whose calls come from outside
 * @param sources addresses whose calls come from outside though nobody there has signed in
 * @param numbers under which the house's telephones may call out
 */
public record Trunk(Optional<InetSocketAddress> peer, List<SourceRange> sources, List<String> numbers) {
    public Trunk {
        sources = List.copyOf(sources);
        numbers = List.copyOf(numbers);
    }

    /** Under no number but the extension's own. */
    public Trunk(Optional<InetSocketAddress> peer, List<SourceRange> sources) {
        this(peer, sources, List.of());
    }

    public Trunk withNumbers(String... others) {
        return new Trunk(peer, sources, List.of(others));
    }

    /** No way out; whoever calls from this machine is an outside caller. */
    public static Trunk ofLoopback() {
        return new Trunk(Optional.empty(), List.of(SourceRange.parse("127.0.0.0/8"), SourceRange.parse("::1")));
    }

    /** Calls out to the peer; whoever calls from this machine is an outside caller. */
    public static Trunk ofLoopback(InetSocketAddress peer) {
        return new Trunk(Optional.of(peer), ofLoopback().sources());
    }

    boolean knows(InetSocketAddress source) {
        return peer.filter(source::equals).isPresent()
                || sources.stream().anyMatch(range -> range.holds(source.getAddress()));
    }
}
