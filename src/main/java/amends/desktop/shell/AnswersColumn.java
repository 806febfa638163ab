package amends.desktop.shell;

import amends.desktop.flow.FlowView;
import amends.desktop.knowledge.ArticleActsView;
import amends.desktop.knowledge.KnowledgeView;
import amends.desktop.look.Follow;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import javax.swing.JPanel;

/** The right of the window: answers and what can be done with them, or flows in their place. */
final class AnswersColumn {
    private final Look look;
    private final DeskModels models;
    private final JPanel panel;
    private final KnowledgeView knowledge;
    private final ArticleActsView acts;
    private final FlowView flows;
    private final JPanel below;
    private final KeyButton toFlows;

    AnswersColumn(Look look, DeskModels models) {
        this.look = look;
        this.models = models;
        knowledge = new KnowledgeView(look, models.answers(), models.atHand());
        acts = new ArticleActsView(look, models.articleActs(), models.atHand(), models.answers());
        flows = new FlowView(look, models.flows());
        toFlows = look.button("flow.open", look.get("flow.open"), "F1", this::flows);
        below = look.panel("insets 0 16u 16u 16u, fillx", "[grow,fill]", "[32u!,fill]");
        below.add(toFlows, "wmin 0");
        below.setOpaque(true);
        Look.styled(below, "side");
        panel = look.panel(
                "insets 0, fill, wrap 1, gap 0, hidemode 3", "[grow,fill]", "[grow,fill,shrinkprio 200][][]");
        panel.setOpaque(true);
        Look.styled(panel, "side");
        panel.add(knowledge.panel(), "cell 0 0, wmin 0, hmin 0");
        panel.add(flows.panel(), "cell 0 0, wmin 0, hmin 0");
        panel.add(acts.panel(), "cell 0 1, wmin 0");
        panel.add(below, "cell 0 2, wmin 0");
        Follow.models(panel, this::refresh, models.flows());
    }

    JPanel panel() {
        return panel;
    }

    KnowledgeView knowledge() {
        return knowledge;
    }

    FlowView flowView() {
        return flows;
    }

    ArticleActsView acts() {
        return acts;
    }

    /** Flows, with the focus in them, or the answers again. */
    void flows() {
        models.flows().toggle();
        if (models.flows().isOpen()) flows.focus();
    }

    /** The field where answers are searched, with the focus. */
    void search() {
        if (models.flows().isOpen()) models.flows().toggle();
        knowledge.focusSearch();
    }

    /** By what answers can be narrowed down. */
    void filter() {
        search();
        knowledge.filter();
    }

    private void refresh() {
        boolean open = models.flows().isOpen();
        boolean moves = flows.panel().isVisible() != open;
        flows.panel().setVisible(open);
        knowledge.panel().setVisible(!open);
        below.setVisible(!open);
        toFlows.setText(models.flows()
                .unfinished()
                .map(row -> look.get("flow.unfinished", row.title()))
                .or(() -> models.flows().face().map(face -> look.get("flow.goBackTo", face.title())))
                .orElseGet(() -> look.get("flow.open")));
        if (!moves) return;
        panel.revalidate();
        panel.repaint();
    }
}
