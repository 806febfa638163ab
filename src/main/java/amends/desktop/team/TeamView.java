package amends.desktop.team;

import amends.acd.VisitMode;
import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.kernel.Timekeeper;
import java.awt.CardLayout;
import javax.swing.JPanel;

/** The lead's page; on the wall only tiles and agents, three times as large. */
public final class TeamView {
    /** Toggles the wall. */
    public static final String WALL_KEY = "ctrl L";

    /** Ends a visit in an agent's call. */
    public static final String LEAVE_KEY = VisitView.LEAVE_KEY;

    private static final int WALL = 3;
    private static final int WALL_ROW = 64;
    private final Look look;
    private final TeamModel model;
    private final Timekeeper time;
    private final JPanel panel = new JPanel(new CardLayout());

    public TeamView(Look look, TeamModel model, Timekeeper time) {
        this.look = look;
        this.model = model;
        this.time = time;
        panel.setOpaque(false);
        panel.add(page(), "page");
        panel.add(wall(), "wall");
        Follow.models(panel, this::refresh, model);
    }

    private JPanel page() {
        JPanel page = look.panel(
                "insets 12u 24u 16u 24u, fill, wrap 2, gap 24u 12u",
                "[grow 60,fill][grow 40,fill]",
                "[32u!][][grow 50,fill][grow 50,fill]");
        page.add(new LinkLine(look, model, time).line(), "span, split 2, growx, wmin 0");
        page.add(look.button("team.wall", look.get("team.wall"), "Ctrl+L", model::toggleWall), "");
        page.add(new TilesView(look, model, 1).panel(), "span, growx, wmin 0");
        page.add(agents(), look.at("spany 2, wmin 320u, w 560u, hmin 0"));
        page.add(new WaitingView(look, model).panel(), look.at("wmin 240u, w 360u, hmin 0, h 200u"));
        page.add(new OverdueView(look, model, time).panel(), look.at("wmin 240u, w 360u, hmin 0, h 200u"));
        return page;
    }

    private JPanel agents() {
        JPanel agents = look.panel("insets 0, fill, wrap 1, gap 0 4u", "[grow,fill]", "[24u!][grow,fill][]");
        agents.add(look.heading("team.agents"), "wmin 0");
        var table = new AgentsTable(look, model, "team.agents", false);
        agents.add(table.scrolled(), "wmin 0, hmin 0");
        model.visits().ifPresent(visits -> {
            table.onChosen(visits::choose);
            agents.add(new VisitView(look, model, visits).panel(), "wmin 0");
        });
        return agents;
    }

    private JPanel wall() {
        JPanel wall =
                look.panel("insets 16u 24u 16u 24u, fill, wrap 1, gap 0 12u", "[grow,fill]", "[28u!][][grow,fill]");
        wall.add(new LinkLine(look, model, time).line(), "split 2, growx, wmin 0");
        wall.add(look.button("team.page", look.get("team.page"), "Ctrl+L", model::toggleWall), "");
        wall.add(new TilesView(look, model, WALL).panel(), "wmin 0");
        var large = new Look(look.texts(), look.textPercent() * WALL);
        var agents = new AgentsTable(large, model, "team.wall.agents", true);
        agents.table().setTableHeader(null);
        agents.table().setRowHeight(look.px(WALL_ROW));
        agents.table().putClientProperty("FlatLaf.style", "font: " + 100 * WALL + "%");
        wall.add(agents.scrolled(), "grow, push, wmin 0, hmin 0");
        return wall;
    }

    /** What brings the lead into the live call of the agent who is chosen. */
    public static String visitKey(VisitMode mode) {
        return VisitView.KEYS.get(mode);
    }

    public JPanel panel() {
        return panel;
    }

    private void refresh() {
        ((CardLayout) panel.getLayout()).show(panel, model.isWall() ? "wall" : "page");
    }
}
