package amends.desktop.agent;

import amends.acd.QueueStatus;
import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.desktop.look.TextLine;
import amends.desktop.look.Texts;
import java.util.HashMap;
import java.util.Map;
import javax.swing.JPanel;

/** The queues: how many wait, how long the longest, how many agents could take one. */
public final class QueueView {
    private record Row(TextLine waiting, TextLine agents) {}

    private final Look look;
    private final AgentModel agent;
    private final JPanel panel;
    private final JPanel list;
    private final TextLine none;
    private final Map<String, Row> rows = new HashMap<>();

    public QueueView(Look look, AgentModel agent) {
        this.look = look;
        this.agent = agent;
        panel = look.panel("insets 0, fillx, wrap 1, gap 0 4u, hidemode 3", "[grow,fill]", "");
        list = look.panel("insets 0, fillx, wrap 1, gap 0 2u", "[grow,fill]", "");
        none = look.line(look.get("queue.none"), "quiet");
        panel.add(look.heading("queue.title"), "wmin 0");
        panel.add(none, "wmin 0");
        panel.add(list, "wmin 0");
        Follow.models(panel, this::refresh, agent);
    }

    public JPanel panel() {
        return panel;
    }

    private void refresh() {
        none.setVisible(agent.queues().isEmpty());
        for (QueueStatus queue : agent.queues()) show(queue, rows.computeIfAbsent(queue.queue(), this::row));
    }

    private Row row(String name) {
        var row = new Row(look.line("", ""), look.line("", "quiet"));
        list.add(look.line(name, "strong"), "split 2, wmin 0, growx");
        list.add(row.waiting(), "");
        list.add(row.agents(), look.at("wmin 0, gapbottom 4u"));
        list.revalidate();
        return row;
    }

    private void show(QueueStatus queue, Row row) {
        String longest = queue.waiting() == 0 ? "" : Texts.clock(queue.longestWait());
        row.waiting()
                .setText(
                        queue.waiting() == 0
                                ? look.get("queue.empty")
                                : look.get("queue.waiting", queue.waiting(), longest));
        row.agents().setText(look.get("queue.agents", queue.ready(), queue.signedIn()));
    }
}
