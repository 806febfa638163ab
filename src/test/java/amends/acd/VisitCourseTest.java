package amends.acd;

import static amends.acd.VisitEffect.ADOPT;
import static amends.acd.VisitEffect.ASK;
import static amends.acd.VisitEffect.CALL;
import static amends.acd.VisitEffect.CLOSE;
import static amends.acd.VisitEffect.DROP;
import static amends.acd.VisitEffect.HANG_UP;
import static amends.acd.VisitEffect.PROVE;
import static amends.acd.VisitEffect.SPEAK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import amends.acd.VisitPhase.Asking;
import amends.acd.VisitPhase.Away;
import amends.acd.VisitPhase.Calling;
import amends.acd.VisitPhase.Granted;
import amends.acd.VisitPhase.Proving;
import amends.acd.VisitPhase.There;
import amends.telephony.CallId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole table of {@link VisitCourse}. */
class VisitCourseTest {
    private static final CallId VISIT = new CallId("visit");
    private static final VisitKey KEY = new VisitKey("0123456789");
    private static final Granted LISTENS = granted(VisitMode.LISTEN);
    private static final Granted WHISPERS = granted(VisitMode.WHISPER);
    private static final Granted TAKES = granted(VisitMode.INTERCEPT);
    private static final There HERE = new There(LISTENS, VISIT, Optional.empty());

    private static final VisitPhase AWAY = VisitPhase.AWAY;
    private static final VisitPhase FIRST = new Asking("1001", VisitMode.LISTEN, Optional.empty());
    private static final VisitPhase CHANGE = new Asking("1001", VisitMode.WHISPER, Optional.of(HERE));
    private static final VisitPhase CALLS = new Calling(LISTENS, Optional.empty());
    private static final VisitPhase RINGS = new Calling(LISTENS, Optional.of(VISIT));
    private static final VisitPhase PROVES = new Proving(LISTENS, VISIT, Optional.empty());
    private static final VisitPhase CHANGES = new Proving(WHISPERS, VISIT, Optional.of(HERE));
    private static final VisitPhase TAKING = new Proving(TAKES, VISIT, Optional.of(HERE));

    private static final VisitEvent WANTED = new VisitEvent.Wanted("1001", VisitMode.LISTEN);
    private static final VisitEvent OTHER_WAY = new VisitEvent.Wanted("1001", VisitMode.WHISPER);
    private static final VisitEvent OTHER_AGENT = new VisitEvent.Wanted("1002", VisitMode.WHISPER);
    private static final VisitEvent KEPT = new VisitEvent.Kept(LISTENS);
    private static final VisitEvent NOT_KEPT = new VisitEvent.NotKept(VisitRefusal.NO_CALL);
    private static final VisitEvent BEGUN = new VisitEvent.Begun(VISIT);
    private static final VisitEvent NOT_BEGUN = new VisitEvent.NotBegun();
    private static final VisitEvent ANSWERED = new VisitEvent.Answered();
    private static final VisitEvent YES = new VisitEvent.Said(true);
    private static final VisitEvent NO = new VisitEvent.Said(false);
    private static final VisitEvent LATE = new VisitEvent.Late();
    private static final VisitEvent GONE = new VisitEvent.Gone();
    private static final VisitEvent LEFT = new VisitEvent.Left();
    private static final List<VisitEvent> ALL = List.of(
            WANTED, OTHER_WAY, OTHER_AGENT, KEPT, NOT_KEPT, BEGUN, NOT_BEGUN, ANSWERED, YES, NO, LATE, GONE, LEFT);
    private static final List<VisitPhase> PHASES =
            List.of(AWAY, FIRST, CHANGE, CALLS, RINGS, PROVES, CHANGES, TAKING, HERE);

    private static Granted granted(VisitMode mode) {
        return new Granted(VisitDoorTest.grant(mode), KEY, "1001", "+8613800138000");
    }

    private static VisitPhase away(VisitRefusal why) {
        return new Away(Optional.of(why));
    }

    private static Arguments line(VisitPhase from, VisitEvent event, VisitPhase to, VisitEffect... effects) {
        return arguments(from, event, to, List.of(effects));
    }

    static Stream<Arguments> table() {
        Stream<Arguments> lines = Stream.of(
                line(AWAY, WANTED, FIRST, ASK),
                line(AWAY, OTHER_WAY, new Asking("1001", VisitMode.WHISPER, Optional.empty()), ASK),
                line(AWAY, OTHER_AGENT, new Asking("1002", VisitMode.WHISPER, Optional.empty()), ASK),
                line(AWAY, LEFT, AWAY),
                line(FIRST, KEPT, CALLS, CALL),
                line(FIRST, NOT_KEPT, away(VisitRefusal.NO_CALL)),
                line(CHANGE, KEPT, new Proving(LISTENS, VISIT, Optional.of(HERE)), PROVE),
                line(CHANGE, NOT_KEPT, HERE.but(VisitRefusal.NO_CALL)),
                line(CHANGE, GONE, away(VisitRefusal.OVER), CLOSE),
                line(CALLS, BEGUN, RINGS),
                line(RINGS, BEGUN, RINGS),
                line(CALLS, NOT_BEGUN, away(VisitRefusal.NO_LINE), CLOSE),
                line(RINGS, NOT_BEGUN, away(VisitRefusal.NO_LINE), CLOSE),
                line(RINGS, ANSWERED, PROVES, PROVE),
                line(PROVES, YES, HERE, CLOSE, SPEAK),
                line(PROVES, NO, away(VisitRefusal.TURNED_AWAY), CLOSE, HANG_UP),
                line(PROVES, LATE, away(VisitRefusal.NO_ANSWER), CLOSE, HANG_UP),
                line(PROVES, GONE, away(VisitRefusal.TURNED_AWAY), CLOSE),
                line(CHANGES, YES, new There(WHISPERS, VISIT, Optional.empty()), CLOSE, SPEAK),
                line(CHANGES, NO, HERE.but(VisitRefusal.TURNED_AWAY), DROP),
                line(CHANGES, LATE, HERE.but(VisitRefusal.NO_ANSWER), DROP),
                line(CHANGES, GONE, away(VisitRefusal.OVER), CLOSE),
                line(TAKING, YES, AWAY, CLOSE, ADOPT),
                line(TAKING, NO, HERE.but(VisitRefusal.TURNED_AWAY), DROP),
                line(TAKING, LATE, HERE.but(VisitRefusal.NO_ANSWER), DROP),
                line(TAKING, GONE, away(VisitRefusal.OVER), CLOSE),
                line(HERE, OTHER_WAY, CHANGE, ASK),
                line(HERE, GONE, away(VisitRefusal.OVER), CLOSE));
        Stream<Arguments> calling = Stream.of(CALLS, RINGS)
                .flatMap(p -> Stream.of(
                        line(p, LATE, away(VisitRefusal.NO_ANSWER), CLOSE, HANG_UP),
                        line(p, GONE, away(VisitRefusal.TURNED_AWAY), CLOSE)));
        Stream<Arguments> leaving =
                PHASES.stream().filter(p -> !(p instanceof Away)).map(p -> line(p, LEFT, AWAY, CLOSE, HANG_UP));
        return Stream.of(lines, calling, leaving).flatMap(s -> s);
    }

    @ParameterizedTest
    @MethodSource("table")
    void each_line_of_the_table(VisitPhase from, VisitEvent event, VisitPhase to, List<VisitEffect> effects) {
        var step = VisitCourse.next(from, event);

        assertThat(step.next()).isEqualTo(to);
        assertThat(step.effects()).isEqualTo(effects);
        assertThat(step.ignored()).isEmpty();
    }

    @Test
    void everything_else_changes_nothing_and_says_why() {
        List<Arguments> lines = table().toList();
        for (VisitPhase phase : PHASES)
            for (VisitEvent event : ALL) {
                if (lines.stream().anyMatch(l -> l.get()[0].equals(phase) && l.get()[1].equals(event))) continue;
                var step = VisitCourse.next(phase, event);
                assertThat(step.next()).as(phase + " " + event).isEqualTo(phase);
                assertThat(step.effects()).isEmpty();
                assertThat(step.ignored()).isPresent();
            }
    }
}
