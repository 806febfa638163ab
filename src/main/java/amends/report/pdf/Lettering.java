package amends.report.pdf;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.font.FontRenderContext;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The installed font in which Chinese and Latin letters are drawn. */
final class Lettering {
    private static final String SAMPLE = "报表满意度補償";
    private static final List<String> GOOD = List.of(
            "Microsoft YaHei",
            "PingFang SC",
            "Noto Sans CJK SC",
            "Noto Sans SC",
            "Source Han Sans SC",
            "Microsoft JhengHei",
            "WenQuanYi Micro Hei",
            "Droid Sans Fallback");

    private final FontRenderContext context = new FontRenderContext(null, true, true);
    private final Optional<String> chinese;

    Lettering(Set<String> families) {
        chinese = GOOD.stream()
                .filter(families::contains)
                .findFirst()
                .or(() -> families.stream().filter(Lettering::shows).sorted().findFirst());
    }

    static Lettering installed() {
        return new Lettering(
                Set.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames()));
    }

    private static boolean shows(String family) {
        return new Font(family, Font.PLAIN, 10).canDisplayUpTo(SAMPLE) == -1;
    }

    static boolean isChinese(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic);
    }

    boolean showsChinese() {
        return chinese.isPresent();
    }

    Font of(int size, boolean bold) {
        return new Font(chinese.orElse(Font.SANS_SERIF), bold ? Font.BOLD : Font.PLAIN, size);
    }

    float width(String text, Font font) {
        return (float) font.getStringBounds(text, context).getWidth();
    }
}
