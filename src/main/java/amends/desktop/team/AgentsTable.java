package amends.desktop.team;

import amends.acd.AgentFigures;
import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.desktop.look.RowTable;
import amends.desktop.look.RowTable.Column;
import amends.desktop.look.StateMark;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.Icon;
import javax.swing.JComponent;

/** The agents, the longest in need first. A row is an agent's address, so that it stays chosen whatever they do. */
final class AgentsTable {
    private final Look look;
    private final TeamModel model;
    private final RowTable<String> table;

    /** @param look of the wall's size on the wall */
    AgentsTable(Look look, TeamModel model, String name, boolean wall) {
        this.look = look;
        this.model = model;
        table = new RowTable<>(look, wall ? few() : columns());
        Look.named(table, name, look.get("team.agents"));
        Follow.models(table, this::refresh, model);
    }

    RowTable<String> table() {
        return table;
    }

    /** @param listener told the extension of the agent who is chosen */
    void onChosen(Consumer<Optional<String>> listener) {
        table.getSelectionModel()
                .addListSelectionListener(e -> listener.accept(Optional.ofNullable(table.chosen())
                        .flatMap(model::agent)
                        .map(AgentFigures::extension)));
    }

    JComponent scrolled() {
        return look.scroll(table);
    }

    private List<Column<String>> columns() {
        return List.of(
                Column.text(look.get("team.agent"), of(AgentFigures::name), 128, 0),
                Column.text(look.get("team.extension"), of(AgentFigures::extension), 64, 3),
                state(),
                lasting(),
                Column.text(look.get("team.queues"), of(a -> String.join(", ", a.queues())), 96, 4));
    }

    private List<Column<String>> few() {
        return List.of(Column.text(look.get("team.agent"), of(AgentFigures::name), 130, 0), state(), lasting());
    }

    private Column<String> state() {
        return new Column<>(
                look.get("team.state"),
                of(a -> TeamFace.of(a.state(), look.texts()).word()),
                this::mark,
                144,
                false,
                1);
    }

    private Column<String> lasting() {
        return Column.figure(look.get("team.lasts"), of(a -> TeamFace.lasting(a.since(), model.at())), 84, 0);
    }

    private Function<String, String> of(Function<AgentFigures, String> text) {
        return address -> model.agent(address).map(text).orElse("");
    }

    private Icon mark(String address) {
        return model.agent(address)
                .map(a -> TeamFace.of(a.state(), look.texts()))
                .map(face -> (Icon) new StateMark(face.shape(), face.shade(), look.px(10)))
                .orElse(null);
    }

    private void refresh() {
        table.show(model.agents().stream().map(AgentFigures::address).toList());
        table.repaint();
    }
}
