package amends.acd;

import static amends.acd.GuestEffect.CLOSE;
import static amends.acd.GuestEffect.HAND_OVER;
import static amends.acd.GuestEffect.HANG_UP;
import static amends.acd.GuestEffect.JUDGE;
import static amends.acd.GuestEffect.PLACE;
import static amends.acd.GuestEffect.SAY_NO;
import static amends.acd.GuestEffect.SAY_YES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import amends.acd.GuestPhase.Inside;
import amends.acd.GuestPhase.Judging;
import amends.acd.GuestPhase.Proving;
import amends.telephony.CallId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole table of {@link GuestCourse}. */
class GuestCourseTest {
    private static final CallId GUEST = new CallId("guest");
    private static final VisitGrant LISTENS = VisitDoorTest.grant(VisitMode.LISTEN);
    private static final VisitGrant TAKES = VisitDoorTest.grant(VisitMode.INTERCEPT);
    private static final CallId HOST = new CallId(LISTENS.call());
    private static final String NINE = "A123456789";
    private static final String TEN = NINE + "0";

    private static final GuestPhase EMPTY = GuestPhase.EMPTY;
    private static final GuestPhase PROVING = new Proving(GUEST, NINE);
    private static final GuestPhase NEW = new Judging(GUEST, TEN, Optional.empty());
    private static final GuestPhase AGAIN = new Judging(GUEST, TEN, Optional.of(LISTENS));
    private static final GuestPhase INSIDE = new Inside(GUEST, LISTENS, NINE);
    private static final GuestPhase TAKING = new Inside(GUEST, TAKES, "");

    private static final GuestEvent LET_IN = new GuestEvent.LetIn(GUEST);
    private static final GuestEvent KEY = new GuestEvent.Pressed('0');
    private static final GuestEvent ANEW = new GuestEvent.Pressed('A');
    private static final GuestEvent OPENS = new GuestEvent.Judged(Optional.of(LISTENS));
    private static final GuestEvent OPENS_ALL = new GuestEvent.Judged(Optional.of(TAKES));
    private static final GuestEvent OPENS_NOTHING = new GuestEvent.Judged(Optional.empty());
    private static final GuestEvent LATE = new GuestEvent.Late();
    private static final GuestEvent GONE = new GuestEvent.GuestGone();
    private static final GuestEvent HOST_GONE = new GuestEvent.HostGone(HOST);
    private static final GuestEvent OTHER_GONE = new GuestEvent.HostGone(new CallId("another"));
    private static final GuestEvent NOT_HANDED = new GuestEvent.NotHandedOver();
    private static final List<GuestEvent> ALL =
            List.of(LET_IN, KEY, ANEW, OPENS, OPENS_ALL, OPENS_NOTHING, LATE, GONE, HOST_GONE, OTHER_GONE, NOT_HANDED);

    private static Arguments line(GuestPhase from, GuestEvent event, GuestPhase to, GuestEffect... effects) {
        return arguments(from, event, to, List.of(effects));
    }

    static Stream<Arguments> table() {
        var inside = new Inside(GUEST, LISTENS, "");
        return Stream.of(
                line(EMPTY, LET_IN, new Proving(GUEST, "")),
                line(PROVING, KEY, NEW, JUDGE),
                line(PROVING, ANEW, new Proving(GUEST, "A")),
                line(PROVING, LATE, EMPTY, HANG_UP),
                line(PROVING, GONE, EMPTY),
                line(NEW, OPENS, inside, CLOSE, PLACE, SAY_YES),
                line(NEW, OPENS_ALL, TAKING, CLOSE, PLACE, SAY_YES, HAND_OVER),
                line(NEW, OPENS_NOTHING, EMPTY, HANG_UP),
                line(NEW, LATE, EMPTY, HANG_UP),
                line(NEW, GONE, EMPTY, CLOSE),
                line(AGAIN, OPENS, inside, CLOSE, PLACE, SAY_YES),
                line(AGAIN, OPENS_ALL, TAKING, CLOSE, PLACE, SAY_YES, HAND_OVER),
                line(AGAIN, OPENS_NOTHING, inside, SAY_NO),
                line(AGAIN, GONE, EMPTY, CLOSE),
                line(AGAIN, HOST_GONE, EMPTY, CLOSE, HANG_UP),
                line(INSIDE, KEY, AGAIN, JUDGE),
                line(INSIDE, ANEW, new Inside(GUEST, LISTENS, "A")),
                line(INSIDE, GONE, EMPTY, CLOSE),
                line(INSIDE, HOST_GONE, EMPTY, CLOSE, HANG_UP),
                line(TAKING, KEY, TAKING),
                line(TAKING, ANEW, new Inside(GUEST, TAKES, "A")),
                line(TAKING, GONE, EMPTY, CLOSE),
                line(TAKING, HOST_GONE, EMPTY, CLOSE, HANG_UP),
                line(TAKING, NOT_HANDED, EMPTY, SAY_NO, CLOSE, HANG_UP));
    }

    @ParameterizedTest
    @MethodSource("table")
    void each_line_of_the_table(GuestPhase from, GuestEvent event, GuestPhase to, List<GuestEffect> effects) {
        var step = GuestCourse.next(from, event);

        assertThat(step.next()).isEqualTo(to);
        assertThat(step.effects()).isEqualTo(effects);
        assertThat(step.ignored()).isEmpty();
    }

    @Test
    void everything_else_changes_nothing_and_says_why() {
        List<Arguments> lines = table().toList();
        for (GuestPhase phase : List.of(EMPTY, PROVING, NEW, AGAIN, INSIDE, TAKING))
            for (GuestEvent event : ALL) {
                boolean said = lines.stream().anyMatch(l -> l.get()[0].equals(phase) && l.get()[1].equals(event));
                if (said) continue;
                var step = GuestCourse.next(phase, event);
                assertThat(step.next()).as(phase + " " + event).isEqualTo(phase);
                assertThat(step.effects()).isEmpty();
                assertThat(step.ignored()).isPresent();
            }
    }

    @Test
    void keys_count_only_from_the_beginning_sign_on_and_never_more_than_a_whole_key() {
        var random = new Random(7);
        for (int run = 0; run < 2_000; run++) {
            GuestPhase phase = new Proving(GUEST, "");
            for (int press = 0; press < 40 && phase instanceof Proving; press++)
                phase = GuestCourse.next(phase, new GuestEvent.Pressed("0123456789*#AD".charAt(random.nextInt(14))))
                        .next();
            if (phase instanceof Judging judging) assertThat(judging.keys()).matches("A[0-9]{10}");
        }
    }
}
