package amends.acd;

import amends.telephony.CallId;
import amends.telephony.Reception;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Who is let into the calls of one desk. Pure: what is known of the grants is given to it. */
final class VisitDoor {
    private VisitDoor() {}

    /**
     * What becomes of a call, before it rings.
     *
     * <table>
     * <caption>the first line that fits</caption>
     * <tr><td>no grant of this caller is, or was lately, meant<td>RING
     * <tr><td>somebody is in a call here already<td>REFUSE
     * <tr><td>a grant is good and names a live call<td>LET_IN, to prove it
     * <tr><td>else: expired, used, ended or of another call<td>REFUSE
     * </table>
     *
     * @param grants into calls of this desk's agent
     * @param caller extension, as the exchange says
     * @param live answered calls
     */
    static Reception.Answer of(
            List<VisitGrant> grants, String caller, Collection<CallId> live, boolean occupied, Instant now) {
        List<VisitGrant> meant = grants.stream()
                .filter(g -> g.leadExtension().equals(caller) && g.isMeant(now))
                .toList();
        if (meant.isEmpty()) return Reception.Answer.RING;
        boolean good = meant.stream().anyMatch(g -> g.isGood(now) && names(g, live));
        return good && !occupied ? Reception.Answer.LET_IN : Reception.Answer.REFUSE;
    }

    /** The grant that a key opens: this caller's, good, of a live call. */
    static Optional<VisitGrant> opened(
            List<VisitGrant> grants, String caller, Collection<CallId> live, VisitKey key, Instant now) {
        return grants.stream()
                .filter(g -> g.leadExtension().equals(caller) && g.isGood(now) && names(g, live))
                .filter(key::opens)
                .findFirst();
    }

    private static boolean names(VisitGrant grant, Collection<CallId> live) {
        return live.contains(new CallId(grant.call()));
    }
}
