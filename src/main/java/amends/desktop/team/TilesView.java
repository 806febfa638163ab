package amends.desktop.team;

import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.desktop.look.Texts;
import java.time.Instant;
import java.util.Optional;
import javax.swing.JPanel;

/** The figures of all queues: who waits, how long, what today brought. */
final class TilesView {
    private final Look look;
    private final TeamModel model;
    private final JPanel panel;
    private final Tile waiting;
    private final Tile longest;
    private final Tile answered;
    private final Tile abandoned;
    private final Tile level;

    TilesView(Look look, TeamModel model, int scale) {
        this.look = look;
        this.model = model;
        waiting = tile("team.waiting", scale);
        longest = tile("team.longest", scale);
        answered = tile("team.answered", scale);
        abandoned = tile("team.abandoned", scale);
        level = tile("team.level", scale);
        panel = look.panel(
                "insets 0, fill, gap 12u",
                "[grow,fill,sg][grow,fill,sg][grow,fill,sg][grow,fill,sg][grow,fill,sg]",
                "");
        for (Tile tile : new Tile[] {waiting, longest, answered, abandoned, level}) panel.add(tile.panel(), "wmin 0");
        Follow.models(panel, this::refresh, model);
    }

    private Tile tile(String key, int scale) {
        return new Tile(look, key, look.get(key), scale);
    }

    JPanel panel() {
        return panel;
    }

    private void refresh() {
        TeamTotals totals = model.totals();
        waiting.show(String.valueOf(totals.waiting()), model.waitingByQueue(), Optional.empty());
        longest.show(
                model.longestWait().map(Texts::clock).orElse("–"),
                totals.longest().map(q -> q.queue()).orElse(""),
                Optional.empty());
        longest.warn(model.waitsTooLong());
        String since = totals.from().map(this::since).orElse("");
        answered.show(String.valueOf(totals.answered()), since, Optional.empty());
        abandoned.show(String.valueOf(totals.abandoned()), since, Optional.empty());
        showLevel(totals);
    }

    private String since(Instant from) {
        String midnight = look.texts().timeOfDay(from);
        return midnight.equals("00:00") ? look.get("team.today") : look.get("team.since", midnight);
    }

    private void showLevel(TeamTotals totals) {
        if (totals.level().isEmpty()) {
            level.show("–", look.get("team.level.none"), Optional.empty());
            return;
        }
        var now = totals.level().get();
        String limit = String.valueOf(now.threshold().toSeconds());
        level.show(
                now.percent().isPresent() ? now.percent().getAsInt() + " %" : "–",
                look.get("team.level.formula", limit, now.prompt(), now.calls()),
                Optional.of(look.get("team.level.tip", limit)));
    }
}
