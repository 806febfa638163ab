package amends.care;

import amends.care.Candidate.Pool;
import amends.kernel.PhoneNumber;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A customer who shall be called before they complain.
 *
 * @param draw in which they were drawn @param name as they are addressed; may be empty
 * @param weight what we owed when it was drawn @param chance with which they were drawn
 * @param takenBy who is on it, until when nobody else can take it
 * @param tries how often nobody answered @param notBefore when it may be tried at the earliest
 */
public record CareCall(
        UUID id,
        UUID draw,
        UUID customer,
        String name,
        PhoneNumber number,
        double weight,
        double chance,
        Pool pool,
        State state,
        Optional<UUID> takenBy,
        Optional<Instant> takenUntil,
        int tries,
        Instant notBefore,
        Optional<Outcome> outcome,
        String words) {

    public enum State {
        WAITING,
        TAKEN,
        DONE,
        /** Nobody could be reached. */
        GIVEN_UP
    }

    /** What came of it. */
    public enum Outcome {
        /** Spoken with; it is well now. */
        CONTENT,
        /** Spoken with; there is more to do, which has its own record. */
        MORE_TO_DO,
        /** Spoken with; does not wish such calls. */
        NOT_WANTED,
        NOT_REACHED,
        /** Nobody called: what was owed was put right otherwise before. */
        SETTLED
    }

    public boolean isOpen() {
        return state == State.WAITING || state == State.TAKEN;
    }

    public boolean isOf(UUID member) {
        return state == State.TAKEN && takenBy.filter(member::equals).isPresent();
    }

    CareCall in(State next, Optional<UUID> by, Optional<Instant> until, Instant earliest) {
        return new CareCall(
                id, draw, customer, name, number, weight, chance, pool, next, by, until, tries, earliest, outcome,
                words);
    }

    CareCall tried() {
        return new CareCall(
                id,
                draw,
                customer,
                name,
                number,
                weight,
                chance,
                pool,
                state,
                takenBy,
                takenUntil,
                tries + 1,
                notBefore,
                outcome,
                words);
    }

    CareCall ended(State how, Outcome what, String said) {
        return new CareCall(
                id,
                draw,
                customer,
                name,
                number,
                weight,
                chance,
                pool,
                how,
                takenBy,
                Optional.empty(),
                tries,
                notBefore,
                Optional.of(what),
                said);
    }
}
