package amends.desktop.complaint;

import amends.recovery.ComplaintDetail;
import amends.recovery.ComplaintDetail.Possible;
import amends.recovery.Dispatch;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What can be done about the complaint that is looked at, with the letter that does it together with Alt. */
enum Deed {
    ACKNOWLEDGE('K', false),
    READ_BACK('B', false),
    ASSESS('A', false),
    INVESTIGATE('I', true),
    DISPATCH('D', true),
    SEND('S', false),
    ANSWERED('W', true),
    ACCEPT('Y', false),
    SEND_BACK('X', true),
    WITHDRAW('Z', false),
    TELL('T', true),
    RESPOND('R', true),
    CLOSE('C', true),
    ASK('Q', true),
    RATE('G', false),
    REOPEN('O', true),
    HAND_OVER('H', true),
    ESCALATE('E', true),
    NOTE('N', true);

    private final char letter;
    private final boolean words;

    Deed(char letter, boolean words) {
        this.letter = letter;
        this.words = words;
    }

    /** As a key stroke, for instance {@code alt K}. */
    String stroke() {
        return "alt " + letter;
    }

    String key() {
        return "Alt+" + letter;
    }

    boolean takesWords() {
        return words;
    }

    /** Whether it is done at once, without anything to fill in. */
    boolean isAtOnce() {
        return this == ACKNOWLEDGE || this == SEND || this == ACCEPT || this == WITHDRAW;
    }

    /** Whether it cannot be done without a word. */
    boolean needsWords() {
        return switch (this) {
            case DISPATCH, ANSWERED, SEND_BACK, RESPOND, REOPEN, HAND_OVER, ESCALATE, NOTE -> true;
            default -> false;
        };
    }

    /** What comes next when all goes well; empty when nothing does. */
    static Optional<Deed> next(ComplaintDetail detail) {
        Optional<Dispatch.Stage> stage = detail.openDispatch().map(Dispatch::state);
        Optional<Deed> wanted = switch (detail.complaint().state()) {
            case RECEIVED -> Optional.of(ACKNOWLEDGE);
            case ACKNOWLEDGED, REOPENED -> Optional.of(ASSESS);
            case ASSESSED, UNDER_INVESTIGATION ->
                stage.map(s -> switch (s) {
                            case PREPARED -> SEND;
                            case SENT -> ANSWERED;
                            default -> ACCEPT;
                        })
                        .or(() -> Optional.of(RESPOND));
            case RESPONDED -> Optional.of(CLOSE);
            case CLOSED -> detail.complaint().file().asking() ? Optional.of(ASK) : Optional.empty();
        };
        return wanted.filter(possible(detail)::contains);
    }

    static Set<Deed> possible(ComplaintDetail detail) {
        var deeds = EnumSet.noneOf(Deed.class);
        for (Possible each : detail.possible()) deeds.add(valueOf(each.name()));
        detail.openDispatch().map(Dispatch::state).ifPresent(stage -> {
            deeds.add(WITHDRAW);
            switch (stage) {
                case PREPARED -> deeds.add(SEND);
                case SENT -> deeds.add(ANSWERED);
                case ANSWERED -> deeds.addAll(Set.of(ACCEPT, SEND_BACK));
                default -> {}
            }
        });
        return deeds;
    }
}
