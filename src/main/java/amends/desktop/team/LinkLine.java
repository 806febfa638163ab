package amends.desktop.team;

import amends.acd.Board;
import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.desktop.look.StateMark;
import amends.desktop.look.TextLine;
import amends.kernel.Timekeeper;

/** One line: how the team stands, or since when nothing is heard of it. */
final class LinkLine {
    private final Look look;
    private final TeamModel model;
    private final Timekeeper time;
    private final TextLine line;

    LinkLine(Look look, TeamModel model, Timekeeper time) {
        this.look = look;
        this.model = model;
        this.time = time;
        line = look.line("", "strong");
        line.setName("team.link");
        line.setIconTextGap(look.px(8));
        Follow.models(line, this::refresh, model);
    }

    TextLine line() {
        return line;
    }

    private void refresh() {
        switch (model.link()) {
            case Board.Link.Opening opening -> show(StateMark.Shape.RING, Shade.QUIET, look.get("team.opening"));
            case Board.Link.Up up -> show(StateMark.Shape.FULL, Shade.READY, counts());
            case Board.Link.Down(var reason, var since, var nanos) -> {
                show(
                        StateMark.Shape.WARNING,
                        Shade.DANGER,
                        look.get("team.down", look.texts().moment(since, time.now())));
                line.setToolTipText(reason);
            }
        }
    }

    private String counts() {
        var counts = model.counts();
        return look.get(
                "team.counts",
                counts.getOrDefault(TeamModel.Need.READY, 0),
                counts.getOrDefault(TeamModel.Need.CALL, 0),
                counts.getOrDefault(TeamModel.Need.ATTENTION, 0));
    }

    private void show(StateMark.Shape shape, Shade shade, String words) {
        line.setIcon(new StateMark(shape, shade, look.px(10)));
        line.setToolTipText(null);
        if (!words.equals(line.getText())) line.setText(words);
    }
}
