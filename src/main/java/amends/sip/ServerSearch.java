package amends.sip;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.NAPTRRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.lookup.LookupSession;

/**
 * Where a domain's SIP servers are, the best first (RFC 3263): NAPTR says which SRV names serve the transport, SRV says
 * which hosts, A and AAAA say where they are. The transport is the account's and never another. Blocks; any thread.
 */
public final class ServerSearch {
    private static final Logger LOG = LoggerFactory.getLogger(ServerSearch.class);
    /** For one question; with three of them the search stays below what a caller waits. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    /** Servers that are tried; a zone with more is a fault or an attack. */
    private static final int MOST = 16;

    private final Optional<InetSocketAddress> dns;
    private final RandomGenerator random;

    /** @param dns who is asked; empty for the system's own servers */
    public ServerSearch(Optional<InetSocketAddress> dns, RandomGenerator random) {
        this.dns = dns;
        this.random = random;
    }

    /**
     * @param port 0 where the DNS is to say it
     * @return at least one
     * @throws IOException when the domain has no address
     */
    public List<InetSocketAddress> find(String host, int port, Transport over) throws IOException {
        Optional<InetAddress> literal = literal(host);
        if (literal.isPresent()) return List.of(new InetSocketAddress(literal.get(), port > 0 ? port : over.port()));
        if (port > 0) return at(host, port);
        var found = new LinkedHashSet<InetSocketAddress>();
        for (SRVRecord server : servers(host, over)) {
            if (found.size() >= MOST) break;
            try {
                found.addAll(at(server.getTarget().toString(true), server.getPort()));
            } catch (UnknownHostException e) {
                LOG.info("{} of the DNS has no address", server.getTarget());
            }
        }
        return found.isEmpty()
                ? at(host, over.port())
                : found.stream().limit(MOST).toList();
    }

    private static Optional<InetAddress> literal(String host) {
        try {
            return Optional.of(
                    InetAddress.ofLiteral(host.startsWith("[") ? host.substring(1, host.length() - 1) : host));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private List<SRVRecord> servers(String domain, Transport over) throws IOException {
        var all = new ArrayList<SRVRecord>();
        for (Name name : names(domain, over)) {
            for (Record r : ask(name, Type.SRV)) if (r instanceof SRVRecord srv && srv.getPort() > 0) all.add(srv);
            if (!all.isEmpty()) break;
        }
        return ordered(all);
    }

    /** The SRV names that NAPTR gives for the transport, else the usual one (RFC 3263 §4.1). */
    private List<Name> names(String domain, Transport over) throws TextParseException {
        String service = switch (over) {
            case UDP -> "SIP+D2U";
            case TCP -> "SIP+D2T";
            case TLS -> "SIPS+D2T";
        };
        var names = new ArrayList<Name>(ask(name(domain), Type.NAPTR).stream()
                .filter(r -> r instanceof NAPTRRecord n
                        && n.getService().equalsIgnoreCase(service)
                        && n.getFlags().equalsIgnoreCase("s"))
                .map(NAPTRRecord.class::cast)
                .sorted(Comparator.comparingInt(NAPTRRecord::getOrder).thenComparingInt(NAPTRRecord::getPreference))
                .map(NAPTRRecord::getReplacement)
                .toList());
        String usual = over == Transport.TLS ? "_sips._tcp." : "_sip._" + over.token() + ".";
        names.add(name(usual + domain));
        return names;
    }

    /** By priority; among equals by lot, weighted (RFC 2782). */
    private List<SRVRecord> ordered(List<SRVRecord> all) {
        var rest = new ArrayList<>(all);
        var ordered = new ArrayList<SRVRecord>();
        while (!rest.isEmpty()) {
            int first = rest.stream().mapToInt(SRVRecord::getPriority).min().orElseThrow();
            List<SRVRecord> equals =
                    rest.stream().filter(r -> r.getPriority() == first).toList();
            SRVRecord drawn = drawn(equals);
            ordered.add(drawn);
            rest.remove(drawn);
        }
        return ordered;
    }

    private SRVRecord drawn(List<SRVRecord> equals) {
        int sum = equals.stream().mapToInt(SRVRecord::getWeight).sum();
        int lot = random.nextInt(sum + 1);
        for (SRVRecord r : equals) {
            lot -= r.getWeight();
            if (lot <= 0) return r;
        }
        return equals.getLast();
    }

    private List<InetSocketAddress> at(String host, int port) throws IOException {
        var found = new ArrayList<InetSocketAddress>();
        if (dns.isPresent()) {
            for (Record r : ask(name(host), Type.A))
                if (r instanceof ARecord a) found.add(new InetSocketAddress(a.getAddress(), port));
            for (Record r : ask(name(host), Type.AAAA))
                if (r instanceof AAAARecord a) found.add(new InetSocketAddress(a.getAddress(), port));
        }
        if (found.isEmpty())
            for (InetAddress address : InetAddress.getAllByName(host)) found.add(new InetSocketAddress(address, port));
        return found;
    }

    private static Name name(String text) throws TextParseException {
        return Name.fromString(text.endsWith(".") ? text : text + ".");
    }

    /** Nothing where there is nothing, or nobody says anything in time. */
    private List<Record> ask(Name name, int type) {
        try {
            return LookupSession.builder()
                    .resolver(resolver())
                    .build()
                    .lookupAsync(name, type)
                    .toCompletableFuture()
                    .join()
                    .getRecords();
        } catch (CompletionException | CancellationException | UnknownHostException e) {
            LOG.debug("{} {}: nothing", Type.string(type), name, e);
            return List.of();
        }
    }

    private Resolver resolver() throws UnknownHostException {
        Resolver resolver = dns.isPresent() ? new SimpleResolver(dns.get()) : new ExtendedResolver();
        resolver.setTimeout(PATIENCE);
        return resolver;
    }
}
