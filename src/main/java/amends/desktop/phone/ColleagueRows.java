package amends.desktop.phone;

import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.desktop.look.StateMark;
import amends.desktop.phone.ColleaguesModel.Colleague;
import amends.telephony.LineUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JPanel;
import javax.swing.SwingConstants;

/** Three colleagues at a time, as their telephones are; one is chosen by the arrows, or pressed. */
final class ColleagueRows {
    private static final int ROWS = 3;
    private final Look look;
    private final JPanel panel;
    private final List<KeyButton> rows = new ArrayList<>();
    private List<Colleague> shown = List.of();
    private int chosen = -1;

    /** @param press told the extension of who was pressed */
    ColleagueRows(Look look, Consumer<String> press) {
        this.look = look;
        panel = look.panel("insets 0, fillx, wrap 1, gap 0 4u", "[grow,fill]", "");
        for (int i = 0; i < ROWS; i++) {
            int place = i;
            KeyButton row = look.button(
                    "move.colleague." + i, "", "", () -> at(place).ifPresent(c -> press.accept(c.extension())));
            row.setHorizontalAlignment(SwingConstants.LEADING);
            row.setIconTextGap(look.px(6));
            rows.add(row);
            panel.add(row, look.at("wmin 0, h 28u!"));
        }
        show(List.of());
    }

    JPanel panel() {
        return panel;
    }

    void show(List<Colleague> now) {
        if (now.size() != shown.size()) chosen = -1;
        shown = now;
        for (int i = 0; i < ROWS; i++) paint(rows.get(i), at(i), first() + i == chosen);
    }

    /** @param by one down or up */
    void choose(int by) {
        chosen = Math.clamp(chosen + by, -1, shown.size() - 1);
        show(shown);
    }

    Optional<String> chosen() {
        return chosen < 0 || chosen >= shown.size()
                ? Optional.empty()
                : Optional.of(shown.get(chosen).extension());
    }

    private int first() {
        return Math.max(0, chosen - ROWS + 1);
    }

    private Optional<Colleague> at(int place) {
        int index = first() + place;
        return index < shown.size() ? Optional.of(shown.get(index)) : Optional.empty();
    }

    private void paint(KeyButton row, Optional<Colleague> who, boolean marked) {
        row.setVisible(who.isPresent());
        if (who.isEmpty()) {
            row.getAccessibleContext().setAccessibleName(look.texts().get("move.nobody"));
            return;
        }
        Colleague colleague = who.get();
        String name = colleague.name() + " " + colleague.extension();
        String use = look.texts().word(colleague.use());
        row.setText((marked ? "› " : "") + name);
        row.showKey(use);
        row.setIcon(mark(colleague.use()));
        row.getAccessibleContext().setAccessibleName(name + " " + use);
    }

    private StateMark mark(LineUse use) {
        return switch (use) {
            case FREE -> new StateMark(StateMark.Shape.FULL, Shade.READY, look.px(8));
            case RINGING -> new StateMark(StateMark.Shape.RING, Shade.TALK, look.px(8));
            case BUSY -> new StateMark(StateMark.Shape.SQUARE, Shade.TALK, look.px(8));
            case UNKNOWN -> new StateMark(StateMark.Shape.RING, Shade.QUIET, look.px(8));
        };
    }
}
