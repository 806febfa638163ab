package amends.desktop.look;

import static org.assertj.core.api.Assertions.assertThat;

import amends.desktop.UnderXvfb;
import java.awt.event.InputMethodEvent;
import java.awt.font.TextHitInfo;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JTextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TypedTest extends UnderXvfb {
    private final List<String> heard = new ArrayList<>();
    private JTextField field;
    private Typed typed;

    @BeforeEach
    void make() {
        does(() -> {
            field = new JTextField();
            field.enableInputMethods(true);
            typed = Typed.in(field, heard::add);
        });
    }

    private void compose(String text, int committed) {
        does(() -> field.dispatchEvent(new InputMethodEvent(
                field,
                InputMethodEvent.INPUT_METHOD_TEXT_CHANGED,
                new AttributedString(text).getIterator(),
                committed,
                TextHitInfo.leading(text.length()),
                null)));
    }

    @Test
    void half_a_pinyin_syllable_is_not_told() {
        compose("tui", 0);
        assertThat(heard).isEmpty();
        assertThat(typed.isComposing()).isTrue();
    }

    @Test
    void what_the_input_method_commits_is_told() {
        compose("tui", 0);
        compose("退款", 2);
        assertThat(heard).last().isEqualTo("退款");
    }

    @Test
    void nothing_is_written_into_a_field_while_it_is_composed() {
        compose("tui", 0);
        String before = onScreen(() -> field.getText());
        does(() -> typed.show("from the database"));
        assertThat(onScreen(() -> field.getText())).isEqualTo(before);
    }

    @Test
    void what_the_model_shows_is_not_told_back() {
        does(() -> typed.show("王建国"));
        assertThat(heard).isEmpty();
        assertThat(onScreen(() -> field.getText())).isEqualTo("王建国");
    }
}
