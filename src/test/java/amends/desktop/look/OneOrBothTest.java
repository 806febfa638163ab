package amends.desktop.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import javax.swing.JPanel;
import org.junit.jupiter.api.Test;

/** A list and what is chosen in it. */
class OneOrBothTest {
    private final JPanel list = new JPanel();
    private final JPanel chosen = new JPanel();
    private int moved;

    private OneOrBoth at(int percent, int width) {
        var look = new Look(new Texts(Language.EN, ZoneId.of("UTC")), percent);
        var both = new OneOrBoth(look, list, chosen, 700, 36, () -> moved++);
        both.panel().setSize(width, 500);
        both.panel().doLayout();
        return both;
    }

    @Test
    void where_there_is_room_they_stand_side_by_side_whichever_is_wanted() {
        OneOrBoth both = at(100, 1016);
        assertThat(list.isVisible() && chosen.isVisible()).isTrue();
        assertThat(list.getWidth()).isEqualTo(360);
        assertThat(chosen.getX()).isEqualTo(376);
        assertThat(chosen.getWidth()).isEqualTo(640);
        both.bringForward(false);
        assertThat(list.isVisible()).isTrue();
        assertThat(moved).isZero();
    }

    @Test
    void at_a_larger_text_the_same_room_is_for_one_of_them() {
        OneOrBoth both = at(150, 1016);
        assertThat(both.isNarrow()).isTrue();
        assertThat(moved).isEqualTo(1);
        assertThat(list.isVisible()).isTrue();
        assertThat(list.getWidth()).isEqualTo(1016);
        assertThat(chosen.isVisible()).isFalse();

        both.bringForward(false);
        both.panel().doLayout();
        assertThat(list.isVisible()).isFalse();
        assertThat(chosen.isVisible()).isTrue();
        assertThat(chosen.getWidth()).isEqualTo(1016);

        both.panel().setSize(1100, 500);
        both.panel().doLayout();
        assertThat(list.isVisible() && chosen.isVisible()).isTrue();
        assertThat(moved).isEqualTo(2);
    }
}
