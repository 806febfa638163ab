package amends.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import amends.knowledge.TextDifference.Kind;
import amends.knowledge.TextDifference.Line;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextDifferenceTest {
    private static String shown(TextDifference difference) {
        return difference.lines().stream().map(TextDifferenceTest::shown).collect(Collectors.joining("\n"));
    }

    private static String shown(Line line) {
        if (line.kind() == Kind.LEFT_OUT) return "…";
        return line.pieces().stream()
                .map(p -> switch (p.kind()) {
                    case GONE -> "[-" + p.text() + "-]";
                    case NEW -> "{+" + p.text() + "+}";
                    default -> p.text();
                })
                .collect(Collectors.joining());
    }

    @Test
    void in_a_line_that_changed_the_words_are_told_apart() {
        assertThat(shown(TextDifference.between("退款 3 个工作日内到账。", "退款 5 个工作日内到账。")))
                .isEqualTo("退款 [-3-]{+5+} 个工作日内到账。");
        assertThat(shown(TextDifference.between("退款3个工作日内到账", "退款15个工作日内到账"))).isEqualTo("退款[-3-]{+15+}个工作日内到账");
        assertThat(shown(TextDifference.between("The fee is 2.50 a month.", "The fee is 3.50 a month.")))
                .isEqualTo("The fee is [-2.50-]{+3.50+} a month.");
    }

    @Test
    void lines_that_have_nothing_in_common_are_gone_and_new() {
        assertThat(shown(TextDifference.between("a\n银行卡丢失\nz", "a\nopening hours\nz")))
                .isEqualTo("a\n[-银行卡丢失-]\n{+opening hours+}\nz");
    }

    @Test
    void a_line_put_in_between_leaves_its_neighbours_as_they_were() {
        assertThat(shown(TextDifference.between("第一步\n第三步", "第一步\n请核对身份\n第三步"))).isEqualTo("第一步\n{+请核对身份+}\n第三步");
    }

    @Test
    void what_stayed_far_from_a_change_is_left_out() {
        assertThat(shown(TextDifference.between("1\n2\n3\n4\n5\nold one", "1\n2\n3\n4\n5\nold two")))
                .isEqualTo("…\n4\n5\nold [-one-]{+two+}");
        assertThat(TextDifference.between("a\nb", "a\nb").isNone()).isTrue();
    }

    @Test
    void whatever_changed_both_texts_can_be_read_out_of_it() {
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            String old = text(random);
            String now = random.nextBoolean() ? text(random) : mutated(old, random);
            TextDifference difference = TextDifference.between(old, now);
            if (difference.lines().stream().anyMatch(l -> l.kind() == Kind.LEFT_OUT)) continue;
            assertThat(side(difference, Kind.NEW, Kind.GONE))
                    .as("seed %d", seed)
                    .isEqualTo(old.lines().toList());
            assertThat(side(difference, Kind.GONE, Kind.NEW))
                    .as("seed %d", seed)
                    .isEqualTo(now.lines().toList());
        }
    }

    private static java.util.List<String> side(TextDifference difference, Kind without, Kind own) {
        return difference.lines().stream()
                .filter(l -> l.kind() != without)
                .map(l -> l.pieces().stream()
                        .filter(p -> p.kind() != without)
                        .map(TextDifference.Piece::text)
                        .collect(Collectors.joining()))
                .toList();
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(8), 0, 6)
                .mapToObj(i -> random.ints(random.nextInt(6), 0, 8)
                        .mapToObj(w -> "退款 3 fee,".substring(w, w + 1))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("\n"));
    }

    private static String mutated(String text, Random random) {
        if (text.isEmpty()) return "新";
        int at = random.nextInt(text.length());
        return text.substring(0, at) + "新" + text.substring(at);
    }

    @Test
    void long_texts_are_told_apart_in_no_time() {
        String old = "字".repeat(20_000);
        assertThat(TextDifference.between(old, "另" + old + "外").isNone()).isFalse();
        assertThat(TextDifference.between("a\n".repeat(9_000), "b\n".repeat(9_000))
                        .isNone())
                .isFalse();
    }
}
