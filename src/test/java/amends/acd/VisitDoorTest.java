package amends.acd;

import static org.assertj.core.api.Assertions.assertThat;

import amends.telephony.CallId;
import amends.telephony.Reception.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Forged, replayed, expired and foreign grants stay outside. */
class VisitDoorTest {
    static final Instant NOW = Instant.parse("2026-03-04T08:00:00Z");
    private static final VisitKey KEY = new VisitKey("0123456789");
    private static final CallId CALL = new CallId("host");
    private static final Set<CallId> LIVE = Set.of(CALL);

    static VisitGrant grant(VisitMode mode) {
        var id = new UUID(46, mode.ordinal());
        return new VisitGrant(
                id,
                new UUID(1, 1003),
                "1003",
                new UUID(1, 1001),
                CALL.value(),
                mode,
                KEY.proof(id),
                NOW,
                NOW.plus(VisitGrant.LIFE),
                Optional.empty(),
                Optional.empty(),
                "");
    }

    private static final VisitGrant GOOD = grant(VisitMode.LISTEN);

    private static VisitGrant but(Optional<Instant> used, Optional<Instant> ended) {
        return new VisitGrant(
                GOOD.id(),
                GOOD.lead(),
                GOOD.leadExtension(),
                GOOD.agent(),
                GOOD.call(),
                GOOD.mode(),
                GOOD.proof(),
                GOOD.made(),
                GOOD.until(),
                used,
                ended,
                "");
    }

    private static Answer door(VisitGrant grant, String caller, Set<CallId> live, boolean occupied, Duration later) {
        return VisitDoor.of(List.of(grant), caller, live, occupied, NOW.plus(later));
    }

    @Test
    void who_has_a_good_grant_of_a_live_call_is_let_in_to_prove_it() {
        assertThat(door(GOOD, "1003", LIVE, false, Duration.ofSeconds(1))).isEqualTo(Answer.LET_IN);
    }

    @Test
    void who_has_none_is_a_caller_like_any_other() {
        assertThat(VisitDoor.of(List.of(), "1003", LIVE, false, NOW)).isEqualTo(Answer.RING);
        assertThat(door(GOOD, "1002", LIVE, false, Duration.ofSeconds(1))).isEqualTo(Answer.RING);
    }

    @Test
    void an_expired_one_is_turned_away_and_a_while_later_its_lead_rings_again() {
        assertThat(door(GOOD, "1003", LIVE, false, VisitGrant.LIFE)).isEqualTo(Answer.REFUSE);
        assertThat(door(GOOD, "1003", LIVE, false, Duration.ofMinutes(2))).isEqualTo(Answer.RING);
    }

    @Test
    void one_of_another_call_is_turned_away() {
        assertThat(door(GOOD, "1003", Set.of(new CallId("x")), false, Duration.ZERO))
                .isEqualTo(Answer.REFUSE);
        assertThat(door(GOOD, "1003", Set.of(), false, Duration.ZERO)).isEqualTo(Answer.REFUSE);
    }

    @Test
    void a_replayed_one_is_turned_away_while_its_visit_goes_on_and_rings_when_it_is_over() {
        var used = but(Optional.of(NOW), Optional.empty());
        assertThat(door(used, "1003", LIVE, false, Duration.ofHours(1))).isEqualTo(Answer.REFUSE);
        var over = but(Optional.of(NOW), Optional.of(NOW));
        assertThat(door(over, "1003", LIVE, false, Duration.ofSeconds(1))).isEqualTo(Answer.RING);
    }

    @Test
    void a_second_guest_waits_outside() {
        assertThat(door(GOOD, "1003", LIVE, true, Duration.ofSeconds(1))).isEqualTo(Answer.REFUSE);
    }

    @Test
    void only_the_key_opens_and_only_for_whom_and_when_it_was_made() {
        Instant soon = NOW.plusSeconds(3);
        var all = List.of(GOOD);
        assertThat(VisitDoor.opened(all, "1003", LIVE, KEY, soon)).contains(GOOD);
        assertThat(VisitDoor.opened(all, "1002", LIVE, KEY, soon)).isEmpty();
        assertThat(VisitDoor.opened(all, "1003", Set.of(), KEY, soon)).isEmpty();
        assertThat(VisitDoor.opened(all, "1003", LIVE, KEY, GOOD.until())).isEmpty();
        assertThat(VisitDoor.opened(List.of(but(Optional.of(NOW), Optional.empty())), "1003", LIVE, KEY, soon))
                .isEmpty();
    }

    @Test
    void guessed_keys_open_nothing_and_a_proof_serves_for_its_own_grant_only() {
        var random = new Random(46);
        for (int i = 0; i < 5_000; i++)
            assertThat(VisitKey.fresh(random).opens(GOOD)).isFalse();
        var other = grant(VisitMode.BARGE);
        assertThat(KEY.opens(other)).isTrue();
        assertThat(other.proof()).isNotEqualTo(GOOD.proof());
        assertThat(VisitKey.fresh(random).digits()).matches("[0-9]{10}");
    }
}
