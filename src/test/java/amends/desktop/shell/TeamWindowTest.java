package amends.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import amends.acd.TeamState;
import amends.desktop.FakeTeam;
import amends.desktop.UnderXvfb;
import amends.desktop.look.Language;
import java.awt.event.KeyEvent;
import javax.swing.JTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TeamWindowTest extends UnderXvfb {
    private AgentWindow window;
    private FakeTeam team;

    @BeforeEach
    void open() {
        team = desk.leads();
        does(() -> window = AgentWindow.open(desk.ports(), settings(Language.EN)));
        until("the window has the focus", () -> window.frame().isFocused());
        int tab = onScreen(() -> window.centre().places().indexOf(CentreView.Place.TEAM));
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_1 + tab);
    }

    @AfterEach
    void close() {
        does(() -> window.frame().dispose());
    }

    private JTable agents() {
        return (JTable) find(window.frame().getContentPane(), "team.agents");
    }

    private boolean shows(String name) {
        return find(window.frame().getContentPane(), name).isShowing();
    }

    @Test
    void a_chosen_agent_stays_chosen_while_the_order_changes_and_time_passes() {
        assertThat(onScreen(() -> agents().getValueAt(0, 1))).isEqualTo("1005");
        does(() -> agents().setRowSelectionInterval(0, 0));
        does(() -> team.agent("1005", new TeamState.OnCall(), 0));
        does(() -> window.models().tick());
        int chosen = onScreen(() -> agents().getSelectedRow());
        assertThat(chosen).isPositive();
        assertThat(onScreen(() -> agents().getValueAt(chosen, 1))).isEqualTo("1005");
    }

    @Test
    void the_wall_comes_and_goes_by_its_key_and_a_call_brings_the_desk_forward() {
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_L);
        assertThat(onScreen(() -> shows("team.wall.agents"))).isTrue();
        assertThat(onScreen(() -> shows("state.toggle"))).isFalse();
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_L);
        assertThat(onScreen(() -> shows("team.agents"))).isTrue();
        press(KeyEvent.VK_CONTROL, KeyEvent.VK_L);
        does(desk::rings);
        assertThat(onScreen(() -> window.centre().place())).isEqualTo(CentreView.Place.DESK);
        assertThat(onScreen(() -> shows("state.toggle"))).isTrue();
    }
}
