package amends.desktop.look;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which of the installed fonts the window is written in: one family that shows Chinese and Latin alike. */
public final class Fonts {
    /** Size of body text in pixels at 100 %. */
    static final float BODY = 13;

    private static final String SAMPLE = "就绪坐席来电欠客户的";
    private static final List<String> GOOD_FAMILIES = List.of(
            "Microsoft YaHei UI",
            "PingFang SC",
            "Noto Sans CJK SC",
            "Noto Sans SC",
            "Source Han Sans SC",
            "Microsoft YaHei",
            "WenQuanYi Micro Hei",
            "WenQuanYi Zen Hei",
            "Droid Sans Fallback");
    private static final List<String> LATIN_FAMILIES =
            List.of("Segoe UI", "SF Pro Text", "Inter", "Noto Sans", "Cantarell", "Ubuntu");

    private final Set<String> installed;

    public Fonts() {
        this(Set.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames()));
    }

    Fonts(Set<String> installed) {
        this.installed = installed;
    }

    /** A family that shows Chinese; empty when this machine has none. */
    Optional<String> chinese() {
        for (String family : GOOD_FAMILIES) if (installed.contains(family)) return Optional.of(family);
        return installed.stream()
                .filter(family -> new Font(family, Font.PLAIN, 13).canDisplayUpTo(SAMPLE) == -1)
                .sorted()
                .findFirst();
    }

    public boolean showChinese() {
        return chinese().isPresent();
    }

    Font body(int textPercent) {
        String family = chinese()
                .orElseGet(() -> LATIN_FAMILIES.stream()
                        .filter(installed::contains)
                        .findFirst()
                        .orElse(Font.DIALOG));
        return new Font(family, Font.PLAIN, Math.round(BODY * textPercent / 100));
    }
}
