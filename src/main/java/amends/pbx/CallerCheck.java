package amends.pbx;

import amends.sip.DigestCredentials;
import amends.sip.DigestGuard;
import java.net.InetSocketAddress;
import java.util.Optional;
import javax.sip.message.Request;

/** Who a call comes from. Nobody is taken for a house telephone who has not proven it. */
final class CallerCheck {
    sealed interface Verdict {
        record Inside(Extension extension) implements Verdict {}

        record Outside(Identity caller) implements Verdict {}

        /** To be asked for credentials. @param stale whether those given were only too old */
        record Unproven(boolean stale) implements Verdict {}

        record Refused() implements Verdict {}
    }

    private final PbxConfig config;
    private final DialPlan plan;
    private final DigestGuard guard;

    CallerCheck(PbxConfig config, DialPlan plan, DigestGuard guard) {
        this.config = config;
        this.plan = plan;
        this.guard = guard;
    }

    Verdict of(Request invite, InetSocketAddress source) {
        Identity shown = SipText.caller(invite);
        Optional<Extension> claimed = plan.extension(shown.number())
                .or(() -> ShownWish.preferred(invite).flatMap(p -> plan.extension(p.number())));
        boolean proves = DigestCredentials.of(invite).isPresent();
        if (claimed.isEmpty() && !proves)
            return config.trunk().knows(source) ? new Verdict.Outside(shown) : new Verdict.Unproven(false);
        return switch (guard.verify(invite, this::passwordOf)) {
            case DigestGuard.Verdict.Challenge(boolean stale) -> new Verdict.Unproven(stale);
            case DigestGuard.Verdict.Refused _ -> new Verdict.Refused();
            case DigestGuard.Verdict.Granted(String user) -> granted(user, claimed);
        };
    }

    private Verdict granted(String user, Optional<Extension> claimed) {
        Extension proven = plan.extension(user).orElseThrow();
        boolean another = claimed.filter(c -> !c.equals(proven)).isPresent();
        return another ? new Verdict.Refused() : new Verdict.Inside(proven);
    }

    Optional<String> passwordOf(String user) {
        return plan.extension(user).map(Extension::password);
    }
}
