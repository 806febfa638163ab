package amends.acd;

import static amends.acd.GuestEffect.CLOSE;
import static amends.acd.GuestEffect.HAND_OVER;
import static amends.acd.GuestEffect.HANG_UP;
import static amends.acd.GuestEffect.JUDGE;
import static amends.acd.GuestEffect.PLACE;
import static amends.acd.GuestEffect.SAY_NO;
import static amends.acd.GuestEffect.SAY_YES;

import amends.acd.GuestPhase.Empty;
import amends.acd.GuestPhase.Inside;
import amends.acd.GuestPhase.Judging;
import amends.acd.GuestPhase.Proving;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of a guest. Pure. A key is {@code A} and ten digits; {@code A} begins it anew.
 *
 * <table>
 * <caption>✗ ignored with its reason; [effects]</caption>
 * <tr><th>event<th>Empty<th>Proving<th>Judging<th>Inside
 * <tr><td>LetIn<td>Proving<td>✗<td>✗<td>✗
 * <tr><td>Pressed, not the last<td>✗<td>Proving<td>✗<td>Inside
 * <tr><td>Pressed, the last<td>✗<td>Judging [JUDGE]<td>✗<td>Judging [JUDGE]
 * <tr><td>Judged, opens<td>✗<td>✗<td>Inside [CLOSE, PLACE, SAY_YES; HAND_OVER to intercept]<td>✗
 * <tr><td>Judged, opens nothing<td>✗<td>✗<td>Empty [HANG_UP]; Inside as before [SAY_NO]<td>✗
 * <tr><td>Late<td>✗<td>Empty [HANG_UP]<td>Empty [HANG_UP]; ✗ when inside before<td>✗
 * <tr><td>GuestGone<td>✗<td>Empty<td>Empty [CLOSE]<td>Empty [CLOSE]
 * <tr><td>HostGone, the guest's<td>✗<td>✗<td>Empty [CLOSE, HANG_UP]<td>Empty [CLOSE, HANG_UP]
 * <tr><td>NotHandedOver<td>✗<td>✗<td>✗<td>Empty [SAY_NO, CLOSE, HANG_UP] when intercepting, else ✗
 * </table>
 */
final class GuestCourse {
    /** @param ignored why nothing changed, where that is strange */
    record Step(GuestPhase next, List<GuestEffect> effects, Optional<String> ignored) {
        private static Step to(GuestPhase next, GuestEffect... effects) {
            return new Step(next, List.of(effects), Optional.empty());
        }

        private static Step ignore(GuestPhase phase, GuestEvent event) {
            return new Step(
                    phase,
                    List.of(),
                    Optional.of(event.getClass().getSimpleName() + " does not fit "
                            + phase.getClass().getSimpleName()));
        }
    }

    private GuestCourse() {}

    static Step next(GuestPhase phase, GuestEvent event) {
        return switch (phase) {
            case Empty empty ->
                event instanceof GuestEvent.LetIn(var guest)
                        ? Step.to(new Proving(guest, ""))
                        : Step.ignore(phase, event);
            case Proving proving -> proving(proving, event);
            case Judging judging -> judging(judging, event);
            case Inside inside -> inside(inside, event);
        };
    }

    private static Step proving(Proving now, GuestEvent event) {
        return switch (event) {
            case GuestEvent.Pressed(char key) -> {
                String keys = pressed(now.keys(), key);
                yield isWhole(keys)
                        ? Step.to(new Judging(now.guest(), keys, Optional.empty()), JUDGE)
                        : Step.to(new Proving(now.guest(), keys));
            }
            case GuestEvent.Late() -> Step.to(GuestPhase.EMPTY, HANG_UP);
            case GuestEvent.GuestGone() -> Step.to(GuestPhase.EMPTY);
            default -> Step.ignore(now, event);
        };
    }

    private static Step judging(Judging now, GuestEvent event) {
        return switch (event) {
            case GuestEvent.Judged(var grant) when grant.isPresent() -> admitted(now, grant.get());
            case GuestEvent.Judged judged ->
                now.before()
                        .map(b -> Step.to(new Inside(now.guest(), b, ""), SAY_NO))
                        .orElseGet(() -> Step.to(GuestPhase.EMPTY, HANG_UP));
            case GuestEvent.Late() ->
                now.before().isPresent() ? Step.ignore(now, event) : Step.to(GuestPhase.EMPTY, HANG_UP);
            case GuestEvent.GuestGone() -> Step.to(GuestPhase.EMPTY, CLOSE);
            case GuestEvent.HostGone(var host) ->
                now.before().filter(g -> g.call().equals(host.value())).isPresent()
                        ? Step.to(GuestPhase.EMPTY, CLOSE, HANG_UP)
                        : Step.ignore(now, event);
            default -> Step.ignore(now, event);
        };
    }

    private static Step admitted(Judging now, VisitGrant grant) {
        var inside = new Inside(now.guest(), grant, "");
        return grant.mode() == VisitMode.INTERCEPT
                ? Step.to(inside, CLOSE, PLACE, SAY_YES, HAND_OVER)
                : Step.to(inside, CLOSE, PLACE, SAY_YES);
    }

    private static Step inside(Inside now, GuestEvent event) {
        return switch (event) {
            case GuestEvent.Pressed(char key) -> {
                String keys = pressed(now.keys(), key);
                yield isWhole(keys)
                        ? Step.to(new Judging(now.guest(), keys, Optional.of(now.grant())), JUDGE)
                        : Step.to(new Inside(now.guest(), now.grant(), keys));
            }
            case GuestEvent.GuestGone() -> Step.to(GuestPhase.EMPTY, CLOSE);
            case GuestEvent.HostGone(var host) ->
                now.grant().call().equals(host.value())
                        ? Step.to(GuestPhase.EMPTY, CLOSE, HANG_UP)
                        : Step.ignore(now, event);
            case GuestEvent.NotHandedOver() ->
                now.grant().mode() == VisitMode.INTERCEPT
                        ? Step.to(GuestPhase.EMPTY, SAY_NO, CLOSE, HANG_UP)
                        : Step.ignore(now, event);
            default -> Step.ignore(now, event);
        };
    }

    private static boolean isWhole(String keys) {
        return keys.length() == VisitKey.LENGTH + 1;
    }

    /** Digits count from {@link VisitKey#BEGINS} on only. */
    private static String pressed(String keys, char key) {
        if (key == VisitKey.BEGINS) return String.valueOf(key);
        return keys.isEmpty() || key < '0' || key > '9' ? keys : keys + key;
    }
}
