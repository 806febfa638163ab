package amends.desktop.agent;

import amends.acd.AgentState;
import amends.acd.AgentState.Reason;
import amends.desktop.look.Shade;
import amends.desktop.look.StateMark;
import amends.desktop.look.Texts;

/** How an agent's state looks and reads. */
record AgentFace(StateMark.Shape shape, Shade shade, String word) {
    static AgentFace of(AgentState state, Texts texts) {
        return switch (state) {
            case AgentState.LoggedOff ignored ->
                new AgentFace(StateMark.Shape.RING, Shade.QUIET, texts.get("state.loggedOff"));
            case AgentState.NotReady(var reason) -> notReady(reason, texts);
            case AgentState.Ready ignored -> new AgentFace(StateMark.Shape.FULL, Shade.READY, texts.get("state.ready"));
            case AgentState.Busy ignored -> new AgentFace(StateMark.Shape.SQUARE, Shade.TALK, texts.get("state.busy"));
            case AgentState.WorkingAfterCall ignored ->
                new AgentFace(StateMark.Shape.WEDGE, Shade.WRAP, texts.get("state.afterCall"));
        };
    }

    private static AgentFace notReady(Reason reason, Texts texts) {
        boolean rangOut = reason == Reason.RING_NO_ANSWER;
        return new AgentFace(
                rangOut ? StateMark.Shape.WARNING : StateMark.Shape.BARS,
                rangOut ? Shade.HOLD : Shade.QUIET,
                texts.word(reason));
    }
}
