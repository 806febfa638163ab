package amends.desktop.team;

import amends.acd.AgentState.Reason;
import amends.acd.Since;
import amends.acd.TeamState;
import amends.desktop.look.Shade;
import amends.desktop.look.StateMark;
import amends.desktop.look.Texts;

/** How an agent's state looks and reads to a lead. */
record TeamFace(StateMark.Shape shape, Shade shade, String word) {
    static TeamFace of(TeamState state, Texts texts) {
        return switch (state) {
            case TeamState.Ready r -> new TeamFace(StateMark.Shape.FULL, Shade.READY, texts.get("state.ready"));
            case TeamState.OnCall c -> new TeamFace(StateMark.Shape.SQUARE, Shade.TALK, texts.get("state.busy"));
            case TeamState.Ringing r -> new TeamFace(StateMark.Shape.RING, Shade.HOLD, texts.get("team.ringing"));
            case TeamState.AfterCall a -> new TeamFace(StateMark.Shape.WEDGE, Shade.WRAP, texts.get("state.afterCall"));
            case TeamState.Unreachable u ->
                new TeamFace(StateMark.Shape.WARNING, Shade.DANGER, texts.get("team.unreachable"));
            case TeamState.LoggedOff l -> new TeamFace(StateMark.Shape.RING, Shade.QUIET, texts.get("state.loggedOff"));
            case TeamState.NotReady(var reason, var words) -> notReady(reason, words, texts);
        };
    }

    private static TeamFace notReady(Reason reason, String words, Texts texts) {
        boolean rangOut = reason == Reason.RING_NO_ANSWER;
        boolean theirs = reason == Reason.SET_BY_OTHERS && !words.isEmpty();
        return new TeamFace(
                rangOut ? StateMark.Shape.WARNING : StateMark.Shape.BARS,
                rangOut ? Shade.HOLD : Shade.QUIET,
                theirs ? words : texts.word(reason));
    }

    /** {@code 02:14}, with its sign where only a bound is known. */
    static String lasting(Since since, long now) {
        String clock = Texts.clock(since.until(now));
        return switch (since.precision()) {
            case EXACT -> clock;
            case AT_LEAST -> "≥ " + clock;
            case AT_MOST -> "≤ " + clock;
        };
    }
}
