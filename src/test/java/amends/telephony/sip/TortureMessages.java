package amends.telephony.sip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The messages of RFC 4475 and RFC 5118, byte for byte, and what a desk owes to each. */
final class TortureMessages {
    private static final Path FOLDER = Path.of("src/test/resources");

    /** Nothing is to be answered. */
    static final String NOTHING = "-";

    /** Name, answer over UDP, answer over TCP. Over TCP what does not say where it ends is waited for, not answered. */
    static final List<String> ANSWERS = List.of(
            "rfc4475/badaspec, 200, 200",
            "rfc4475/badbranch, 200, 200",
            "rfc4475/baddate, 180, 180",
            "rfc4475/baddn, 200, -",
            "rfc4475/badinv01, 400, 400",
            "rfc4475/badvers, 505, 505",
            "rfc4475/bcast, -, -",
            "rfc4475/bext01, 420, 420",
            "rfc4475/bigcode, -, -",
            "rfc4475/clerr, 400, -",
            "rfc4475/cparam01, 405, 405",
            "rfc4475/cparam02, 405, 405",
            "rfc4475/dblreq, 405, 405",
            "rfc4475/esc01, 180, 180",
            "rfc4475/esc02, 405, 405",
            "rfc4475/escnull, 405, 405",
            "rfc4475/escruri, 180, 180",
            "rfc4475/insuf, 400, 400",
            "rfc4475/intmeth, 405, 405",
            "rfc4475/inv2543, 180, 400",
            "rfc4475/invut, 415, 415",
            "rfc4475/longreq, 180, 180",
            "rfc4475/ltgtruri, 400, 400",
            "rfc4475/lwsdisp, 200, 200",
            "rfc4475/lwsruri, 400, 400",
            "rfc4475/lwsstart, 400, 400",
            "rfc4475/mcl01, 400, 400",
            "rfc4475/mismatch01, 400, 400",
            "rfc4475/mismatch02, 400, 400",
            "rfc4475/mpart01, 415, 415",
            "rfc4475/multi01, 400, 400",
            "rfc4475/ncl, 400, 400",
            "rfc4475/noreason, -, -",
            "rfc4475/novelsc, 416, 416",
            "rfc4475/quotbal, 400, 400",
            "rfc4475/regaut01, 405, 405",
            "rfc4475/regbadct, 405, 405",
            "rfc4475/regescrt, 405, 405",
            "rfc4475/scalar02, 400, 400",
            "rfc4475/scalarlg, -, -",
            "rfc4475/sdp01, 406, 406",
            "rfc4475/semiuri, 200, 200",
            "rfc4475/transports, 200, 200",
            "rfc4475/trws, 400, 400",
            "rfc4475/unkscm, 416, 416",
            "rfc4475/unksm2, 405, 405",
            "rfc4475/unreason, -, -",
            "rfc4475/wsinv, 481, 481",
            "rfc4475/zeromf, 200, 200",
            "rfc5118/4.01-ipv6-good, 405, 405",
            "rfc5118/4.02-ipv6-bad, 400, 400",
            "rfc5118/4.03-port-ambiguous, 405, 405",
            "rfc5118/4.04-port-unambiguous, 405, 405",
            "rfc5118/4.05a-via-received-with-delim, 481, 481",
            "rfc5118/4.05b-via-received-no-delim, 200, 200",
            "rfc5118/4.06-ipv6-in-sdp, 488, 488",
            "rfc5118/4.07-mult-ip-in-header, 481, 481",
            "rfc5118/4.08-mult-ip-in-sdp, 180, 180",
            "rfc5118/4.09-ipv4-mapped-ipv6, 488, 488",
            "rfc5118/4.10a-bug-abnf-3-colons, 200, 200",
            "rfc5118/4.10b-correct-abnf-2-colons, 200, 200");

    private TortureMessages() {}

    static List<String> names() {
        try (Stream<Path> files = Stream.of("rfc4475", "rfc5118").flatMap(TortureMessages::in)) {
            return files.map(f -> f.toString().replace(".dat", "")).sorted().toList();
        }
    }

    private static Stream<Path> in(String folder) {
        try {
            return Files.list(FOLDER.resolve(folder))
                    .filter(f -> f.toString().endsWith(".dat"))
                    .map(FOLDER::relativize);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] read(String name) {
        try {
            return Files.readAllBytes(FOLDER.resolve(name + ".dat"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first Call-ID in it, by which its answer is known; empty when it has none. */
    static String callId(byte[] message) {
        return new String(message, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.matches("(?i)(call-id|i)\\s*:.*"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("");
    }
}
