package amends.desktop.profile;

import amends.customer.OutsideFact;
import amends.customer.OutsideLine;
import amends.desktop.look.Follow;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.telephony.CallId;
import java.util.List;
import java.util.Optional;
import javax.swing.JPanel;

/** What other systems say of the caller, a line a fact, under the source and the age of what it said. */
final class OutsideBox {
    private final Look look;
    private final OutsideModel model;
    private final JPanel panel;
    private final JPanel list;
    private final KeyButton page;
    private Optional<CallId> shown = Optional.empty();
    private List<Object> drawn = List.of();

    OutsideBox(Look look, OutsideModel model) {
        this.look = look;
        this.model = model;
        panel = look.panel("insets 0, fillx, wrap 1, gap 0 6u", "[grow,fill]", "");
        list = look.panel("insets 0, fillx, wrap 2, gap 12u 4u", "[][0:pref:,grow,fill,shrinkprio 200]", "");
        page = look.button(
                "outside.page", look.get("outside.page"), "Ctrl+Shift+O", () -> shown.ifPresent(model::openPage));
        JPanel head = look.panel("insets 0, fillx, gap 8u 0, hidemode 3", "[]push[]", "[24u!]");
        head.add(look.heading("outside.title"));
        head.add(page);
        panel.add(head, "growx, wmin 0");
        panel.add(list, "growx, wmin 0");
        panel.setVisible(false);
        Follow.models(panel, this::refresh, model);
    }

    JPanel panel() {
        return panel;
    }

    void show(Optional<CallId> call) {
        shown = call;
        refresh();
    }

    private void refresh() {
        List<OutsideLine> lines = shown.map(model::of).orElse(List.of());
        boolean hasPage = shown.filter(model::hasPage).isPresent();
        panel.setVisible(!lines.isEmpty() || hasPage);
        page.setVisible(hasPage);
        List<Object> now = List.of(lines, model.now().getEpochSecond() / 60);
        if (now.equals(drawn)) return;
        drawn = now;
        list.removeAll();
        lines.forEach(this::add);
        panel.revalidate();
        panel.repaint();
    }

    private void add(OutsideLine line) {
        var head = look.line(OutsideWords.head(look, line, model.now()), "strong");
        if (OutsideWords.isWrong(line)) Look.shaded(head, Shade.HOLD);
        list.add(head, "span 2, wmin 0, wrap");
        for (OutsideFact fact : OutsideModel.told(line)) {
            list.add(look.line(OutsideWords.name(look, fact), "quiet"), look.at("wmax 160u"));
            list.add(look.line(fact.content(), ""), "wmin 0");
        }
    }
}
