package amends.personality;

import static amends.personality.CustomerType.EXPRESSIVE;
import static amends.personality.CustomerType.RESERVED;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How to speak to a customer: three lines for each type and for customers whose type is not known, by what lies open.
 * Tone, wording, speed and who keeps at it; never what is offered.
 */
public enum Advice {
    EXPRESSIVE_OWED_FIRST(EXPRESSIVE, Matter.OWED),
    EXPRESSIVE_OWED_THEN(EXPRESSIVE, Matter.OWED),
    EXPRESSIVE_OWED_LAST(EXPRESSIVE, Matter.OWED),
    EXPRESSIVE_COMPLAINT_FIRST(EXPRESSIVE, Matter.COMPLAINT),
    EXPRESSIVE_COMPLAINT_THEN(EXPRESSIVE, Matter.COMPLAINT),
    EXPRESSIVE_COMPLAINT_LAST(EXPRESSIVE, Matter.COMPLAINT),
    EXPRESSIVE_NOTHING_FIRST(EXPRESSIVE, Matter.NOTHING),
    EXPRESSIVE_NOTHING_THEN(EXPRESSIVE, Matter.NOTHING),
    EXPRESSIVE_NOTHING_LAST(EXPRESSIVE, Matter.NOTHING),
    RESERVED_OWED_FIRST(RESERVED, Matter.OWED),
    RESERVED_OWED_THEN(RESERVED, Matter.OWED),
    RESERVED_OWED_LAST(RESERVED, Matter.OWED),
    RESERVED_COMPLAINT_FIRST(RESERVED, Matter.COMPLAINT),
    RESERVED_COMPLAINT_THEN(RESERVED, Matter.COMPLAINT),
    RESERVED_COMPLAINT_LAST(RESERVED, Matter.COMPLAINT),
    RESERVED_NOTHING_FIRST(RESERVED, Matter.NOTHING),
    RESERVED_NOTHING_THEN(RESERVED, Matter.NOTHING),
    RESERVED_NOTHING_LAST(RESERVED, Matter.NOTHING),
    ANYBODY_OWED_FIRST(null, Matter.OWED),
    ANYBODY_OWED_THEN(null, Matter.OWED),
    ANYBODY_OWED_LAST(null, Matter.OWED),
    ANYBODY_COMPLAINT_FIRST(null, Matter.COMPLAINT),
    ANYBODY_COMPLAINT_THEN(null, Matter.COMPLAINT),
    ANYBODY_COMPLAINT_LAST(null, Matter.COMPLAINT),
    ANYBODY_NOTHING_FIRST(null, Matter.NOTHING),
    ANYBODY_NOTHING_THEN(null, Matter.NOTHING),
    ANYBODY_NOTHING_LAST(null, Matter.NOTHING);

    private final Optional<CustomerType> type;
    private final Matter matter;

    Advice(CustomerType type, Matter matter) {
        this.type = Optional.ofNullable(type);
        this.matter = matter;
    }

    /** Three lines in their order. @param type empty when it is not known, or may not be */
    public static List<Advice> on(Optional<CustomerType> type, Matter matter) {
        return Arrays.stream(values())
                .filter(advice -> advice.type.equals(type) && advice.matter == matter)
                .toList();
    }
}
