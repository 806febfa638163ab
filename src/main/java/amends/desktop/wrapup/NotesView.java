package amends.desktop.wrapup;

import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.desktop.look.TextLine;
import amends.desktop.look.Typed;
import amends.telephony.CallId;
import java.awt.KeyboardFocusManager;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;

/** The note of the call at hand: in the same place from the first ring to the end of the write-up. */
public final class NotesView {
    private final Look look;
    private final NotesModel model;
    private final JPanel panel;
    private final JTextArea text;
    private final Typed typed;
    private final TextLine saved;
    private Optional<CallId> shown = Optional.empty();

    /** @param act what the agent may do with what is told, beside the heading */
    public NotesView(Look look, NotesModel model, JComponent act) {
        this.look = look;
        this.model = model;
        panel = look.panel("insets 0, fill, gap 8u 4u, hidemode 3", "[grow,fill][][]", "[28u!][grow,fill]");
        saved = look.line("", "quiet");
        text = new HintedArea(look.get("notes.hint"));
        Look.named(text, "notes.text", look.get("notes.title"));
        text.setLineWrap(true);
        text.setWrapStyleWord(true);
        // Tab leaves the note as it leaves every field.
        text.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        text.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
        typed = Typed.in(text, t -> shown.ifPresent(call -> model.typed(call, t)));
        panel.add(look.heading("notes.title"), "wmin 0");
        panel.add(saved);
        panel.add(act, look.at("h 28u!"));
        var scroll = new JScrollPane(text);
        scroll.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        panel.add(scroll, look.at("newline, span, grow, wmin 0, h 64u:80u:"));
        Follow.models(panel, this::refresh, model);
    }

    public JPanel panel() {
        return panel;
    }

    public void show(CallId call) {
        shown = Optional.of(call);
        refresh();
    }

    public boolean isComposing() {
        return typed.isComposing();
    }

    private void refresh() {
        shown.ifPresent(call -> {
            typed.show(model.text(call));
            saved.setText(savedText(call));
        });
    }

    private String savedText(CallId call) {
        return model.savedAt(call)
                .map(at -> look.get("notes.saved", look.texts().timeOfDay(at)))
                .orElseGet(() -> model.text(call).isEmpty() ? "" : look.get("notes.saving"));
    }
}
