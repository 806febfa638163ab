package amends.personality;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What can be seen of a customer at a contact in which something had failed. The shares are of such contacts with
 * expressive and with reserved customers, before the mood of the contact is allowed for.
 */
public enum Behaviour {
    COMPLAINS_AT_ONCE(.70, .20, Seer.AGENT),
    RAISES_VOICE(.55, .15, Seer.AGENT),
    THREATENS_PUBLICITY(.30, .05, Seer.AGENT),
    ASKS_FOR_SUPERIOR(.45, .15, Seer.AGENT),
    REJECTS_FIRST_OFFER(.55, .25, Seer.AGENT),
    CALLS_AGAIN_SAME_DAY(.45, .25, Seer.HOUSE),
    STAYS_POLITE(.30, .75, Seer.AGENT),
    ACCEPTS_FIRST_OFFER(.35, .70, Seer.AGENT),
    ASKS_FOR_THE_RULE(.35, .55, Seer.AGENT),
    GOES_SILENT(.10, .40, Seer.HOUSE),
    THANKS_ALL_THE_SAME(.20, .55, Seer.AGENT),
    SCORES_1_OR_2(.65, .30, Seer.HOUSE),
    SURVEY_UNANSWERED(.45, .65, Seer.HOUSE);

    private final double expressive;
    private final double reserved;
    private final Seer seer;

    /** Who can see it. */
    public enum Seer {
        /** The agent who speaks with the customer. */
        AGENT,
        /** The house, from what it keeps anyway. */
        HOUSE
    }

    Behaviour(double expressive, double reserved, Seer seer) {
        this.expressive = expressive;
        this.reserved = reserved;
        this.seer = seer;
    }

    /** 0 to 1: in how many contacts a customer of this type shows it, as far as research knows. */
    public double usualShare(CustomerType type) {
        return type == CustomerType.EXPRESSIVE ? expressive : reserved;
    }

    /** The type that it speaks for when it is seen. A severe failure pushes everyone towards the expressive ones. */
    public CustomerType speaksFor() {
        return expressive > reserved ? CustomerType.EXPRESSIVE : CustomerType.RESERVED;
    }

    public Seer seer() {
        return seer;
    }

    /** As it is written in files: {@code complains_at_once}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Behaviour> ofCode(String code) {
        return Arrays.stream(values()).filter(b -> b.code().equals(code)).findFirst();
    }
}
