package amends.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import amends.contact.Contact.State;
import amends.contact.ContactCourse.Effect;
import amends.contact.ContactCourse.Next;
import amends.telephony.ClearCause;
import amends.telephony.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContactCourseTest {
    private static final Instant BEGAN = Instant.parse("2026-01-05T01:00:00Z");
    private static final ContactStep ANSWERED = new ContactStep.Answered(BEGAN.plusSeconds(4));
    private static final ContactStep ENDED = new ContactStep.Ended(BEGAN.plusSeconds(60), ClearCause.REMOTE_HANGUP);
    private static final ContactStep WRITTEN = new ContactStep.WrittenUp(new WrapUp(Disposition.SOLVED, "ok"));
    private static final ContactStep DIED = new ContactStep.DeskDied(BEGAN.plusSeconds(30));

    static Contact contact(State state, boolean answered) {
        return new Contact(
                new UUID(0, 1),
                "call",
                Direction.INBOUND,
                new UUID(0, 2),
                "+8613800138000",
                Optional.empty(),
                "",
                Duration.ZERO,
                BEGAN,
                answered ? Optional.of(BEGAN.plusSeconds(4)) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                state);
    }

    static Stream<Arguments> table() {
        return Stream.of(
                arguments(State.OPEN, false, ANSWERED, State.OPEN, Effect.STORE),
                arguments(State.OPEN, false, ENDED, State.CLOSED, Effect.CLOSE),
                arguments(State.OPEN, false, WRITTEN, null, null),
                arguments(State.OPEN, false, DIED, State.INTERRUPTED, Effect.STORE),
                arguments(State.OPEN, true, ANSWERED, null, null),
                arguments(State.OPEN, true, ENDED, State.WRAP_UP, Effect.WRITE_UP),
                arguments(State.OPEN, true, WRITTEN, null, null),
                arguments(State.OPEN, true, DIED, State.INTERRUPTED, Effect.STORE),
                arguments(State.WRAP_UP, true, ANSWERED, null, null),
                arguments(State.WRAP_UP, true, ENDED, null, null),
                arguments(State.WRAP_UP, true, WRITTEN, State.CLOSED, Effect.CLOSE),
                arguments(State.WRAP_UP, true, DIED, State.INTERRUPTED, Effect.STORE),
                arguments(State.CLOSED, true, ANSWERED, null, null),
                arguments(State.CLOSED, true, ENDED, null, null),
                arguments(State.CLOSED, true, WRITTEN, null, null),
                arguments(State.CLOSED, true, DIED, null, null),
                arguments(State.INTERRUPTED, true, ANSWERED, null, null),
                arguments(State.INTERRUPTED, true, ENDED, null, null),
                arguments(State.INTERRUPTED, true, WRITTEN, null, null),
                arguments(State.INTERRUPTED, true, DIED, null, null));
    }

    @ParameterizedTest
    @MethodSource("table")
    void every_step_from_every_state(State from, boolean answered, ContactStep step, State to, Effect effect) {
        Next next = ContactCourse.next(contact(from, answered), step);

        if (to == null) assertThat(next).isInstanceOf(Next.Ignored.class);
        else
            assertThat(next).isInstanceOfSatisfying(Next.Changed.class, changed -> {
                assertThat(changed.contact().state()).isEqualTo(to);
                assertThat(changed.effect()).isEqualTo(effect);
            });
    }

    @Test
    void an_ignored_step_says_why() {
        var ignored = (Next.Ignored) ContactCourse.next(contact(State.CLOSED, true), ENDED);

        assertThat(ignored.reason()).contains("Ended").contains("CLOSED");
    }

    @Test
    void a_call_whose_desk_died_ended_when_it_was_last_seen() {
        var changed = (Next.Changed) ContactCourse.next(contact(State.OPEN, true), DIED);

        assertThat(changed.contact().ended()).contains(BEGAN.plusSeconds(30));
    }

    @Test
    void the_end_is_never_before_the_answer() {
        var changed = (Next.Changed)
                ContactCourse.next(contact(State.OPEN, true), new ContactStep.DeskDied(BEGAN.plusSeconds(1)));

        assertThat(changed.contact().ended()).contains(BEGAN.plusSeconds(4));
    }
}
