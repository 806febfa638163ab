package amends.desktop.flow;

import amends.desktop.look.Look;
import amends.knowledge.FlowAct;
import amends.knowledge.FlowEnd;
import amends.knowledge.FlowKind;

/** What kinds, ends and acts of flows are called. */
record FlowWords(Look look) {
    String kind(FlowKind kind) {
        return switch (kind) {
            case SOLVING -> look.get("flow.kind.solving");
            case SELLING -> look.get("flow.kind.selling");
            case DISPATCHING -> look.get("flow.kind.dispatching");
        };
    }

    String end(FlowEnd end) {
        return switch (end) {
            case SOLVED -> look.get("flow.end.solved");
            case PASSED_ON -> look.get("flow.end.passedOn");
            case FOLLOW_UP -> look.get("flow.end.followUp");
            case DECLINED -> look.get("flow.end.declined");
        };
    }

    String act(FlowAct act, boolean paused) {
        return switch (act) {
            case PROMISE -> look.get("flow.act.promise");
            case COMPLAINT -> look.get("flow.act.complaint");
            case PAYMENT_PAUSE -> look.get(paused ? "flow.act.resume" : "flow.act.pause");
        };
    }

    /** Below the title of a row. */
    String about(FlowRow row) {
        return row.earlier()
                .map(earlier -> look.get(
                        "flow.goOn", earlier.by(), earlier.walk().taken().size() + 1))
                .orElseGet(() -> kind(row.flow().text().kind()));
    }
}
