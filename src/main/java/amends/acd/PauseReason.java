package amends.acd;

import java.util.Locale;

/** How reasons are written for the distributor, where leads and reports see them. */
public final class PauseReason {
    /** What the distributor is told while the last call is being written up. */
    public static final String AFTER_CALL_WORK = "AfterCallWork";

    private PauseReason() {}

    /** The reason as one word: {@code BACK_OFFICE} is {@code BackOffice}. */
    public static String write(AgentState.Reason reason) {
        var word = new StringBuilder();
        for (String part : reason.name().split("_"))
            word.append(part.charAt(0)).append(part.substring(1).toLowerCase(Locale.ROOT));
        return word.toString();
    }

    /** Reads what {@link #write} wrote, whatever its case; any other text was written by others. */
    public static AgentState.Reason read(String text) {
        for (AgentState.Reason reason : AgentState.Reason.values())
            if (write(reason).equalsIgnoreCase(text)) return reason;
        return AgentState.Reason.SET_BY_OTHERS;
    }
}
