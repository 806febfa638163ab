package amends.desktop.profile;

import amends.customer.OutsideLine;
import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.desktop.look.TextLine;
import amends.telephony.CallId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One line with what other systems say of the caller. Its place is kept from the first ring on. */
public final class OutsideStrip {
    private final Look look;
    private final OutsideModel model;
    private final TextLine line;
    private Optional<CallId> shown = Optional.empty();

    public OutsideStrip(Look look, OutsideModel model) {
        this.look = look;
        this.model = model;
        line = Look.named(look.line(" ", "quiet"), "outside.line", look.get("outside.title"));
        line.setVisible(model.isThere());
        Follow.models(line, this::refresh, model);
    }

    public TextLine line() {
        return line;
    }

    public void show(CallId call) {
        shown = Optional.of(call);
        refresh();
    }

    private void refresh() {
        List<OutsideLine> lines = shown.map(model::of).orElse(List.of());
        String text = lines.stream()
                .sorted(java.util.Comparator.comparing(one -> !OutsideWords.isWrong(one)))
                .map(this::words)
                .collect(Collectors.joining("     "));
        line.setText(text.isEmpty() ? " " : text);
        Look.shaded(line, lines.stream().anyMatch(OutsideWords::isWrong) ? Shade.HOLD : Shade.QUIET);
    }

    private String words(OutsideLine one) {
        String facts = OutsideWords.facts(look, one);
        return OutsideWords.head(look, one, model.now()) + (facts.isEmpty() ? "" : " — " + facts);
    }
}
