package amends.pbx;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sip.header.HeaderAddress;
import javax.sip.message.Request;

/**
 * How a house telephone would like to be shown outside (RFC 3323, RFC 3325).
 *
 * @param withheld whether under no number
 * @param numbers whom it says to be, the likeliest first: to be granted only where the house allows it
 */
record ShownWish(boolean withheld, List<String> numbers) {
    static final ShownWish NONE = new ShownWish(false, List.of());

    static ShownWish of(Request invite) {
        var numbers = Stream.of(preferred(invite), Optional.of(SipText.caller(invite)))
                .flatMap(Optional::stream)
                .map(Identity::number)
                .toList();
        return new ShownWish(withheld(invite), numbers);
    }

    static Optional<Identity> preferred(Request invite) {
        return invite.getHeader("P-Preferred-Identity") instanceof HeaderAddress said
                ? Optional.of(new Identity(SipText.userOf(said.getAddress().getURI()), ""))
                : Optional.empty();
    }

    private static boolean withheld(Request invite) {
        for (Iterator<?> all = invite.getHeaders("Privacy"); all.hasNext(); )
            for (String wish : all.next().toString().split("[:;,\\s]+"))
                if (wish.equalsIgnoreCase("id") || wish.equalsIgnoreCase("user")) return true;
        return false;
    }

    /** The number that is granted; empty for the telephone's own. */
    Optional<String> granted(List<String> allowed) {
        return numbers.stream().filter(allowed::contains).findFirst();
    }
}
