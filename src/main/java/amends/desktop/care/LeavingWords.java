package amends.desktop.care;

import amends.care.Leaving;
import amends.care.LeavingOdds.Reason;
import amends.desktop.look.Look;
import java.util.stream.Collectors;

/** Why somebody is likely to leave, in plain words, what weighs most first. */
public final class LeavingWords {
    private static final int MOST = 3;

    private LeavingWords() {}

    public static String reasons(Look look, Leaving leaving) {
        return leaving.reasons().stream()
                .limit(MOST)
                .map(Reason::sign)
                .map(look.texts()::word)
                .collect(Collectors.joining(look.get("leaving.and")));
    }
}
