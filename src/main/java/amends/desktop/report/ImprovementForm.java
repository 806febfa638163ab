package amends.desktop.report;

import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.desktop.look.TextLine;
import amends.desktop.look.Typed;
import java.awt.KeyboardFocusManager;
import javax.swing.JCheckBox;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;

/** A suggestion in a few words, in a strip of the window: what is on the screen stays in sight above it. */
public final class ImprovementForm {
    private final Look look;
    private final ImprovementsModel model;
    private final ImprovementWords words;
    private final JPanel panel;
    private final JTextArea what = new JTextArea(3, 40);
    private final JCheckBox withContact;
    private final TextLine where;
    private final TextLine said;
    private final Typed typed;
    private boolean open;

    public ImprovementForm(Look look, ImprovementsModel model) {
        this.look = look;
        this.model = model;
        words = new ImprovementWords(look);
        Look.named(what, "improve.what", look.get("improve.what"));
        what.setLineWrap(true);
        what.setWrapStyleWord(true);
        what.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        what.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
        typed = Typed.in(what, model::typed);
        withContact = Look.named(
                new JCheckBox(look.get("improve.withCall")), "improve.withCall", look.get("improve.withCall"));
        withContact.setOpaque(false);
        withContact.addActionListener(e -> model.withContact(withContact.isSelected()));
        where = look.line("", "quiet");
        said = look.line("", "");
        panel = look.panel(
                "insets 8u 24u 8u 24u, fillx, wrap 3, gap 12u 6u, hidemode 3", "[grow,fill][][]", "[24u!][72u!][]");
        panel.setOpaque(true);
        Look.styled(panel, "side");
        lay();
        Follow.models(panel, this::refresh, model);
    }

    private void lay() {
        panel.add(look.heading("improve.title"), "split 2, wmin pref");
        panel.add(where, "wmin 0, growx");
        panel.add(withContact, "span 2");
        var scroll = new JScrollPane(what);
        scroll.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        panel.add(scroll, "newline, span, grow, wmin 0");
        panel.add(said, "newline, wmin 0, growx");
        panel.add(look.button("improve.leave", look.get("improve.leave"), "Esc", model::leave));
        panel.add(look.button("improve.send", look.get("improve.send"), "Ctrl+Enter", model::send));
    }

    public JPanel panel() {
        return panel;
    }

    private void refresh() {
        boolean now = model.isWriting();
        panel.setVisible(now);
        typed.show(model.what());
        withContact.setVisible(model.hasContact());
        withContact.setSelected(model.isWithContact());
        where.setText(look.get("improve.where", words.screen(model.screen())));
        said.setText(
                model.said() instanceof ImprovementsModel.Said.Nothing
                        ? look.get("improve.noNames")
                        : words.said(model.said()));
        if (now && !open) what.requestFocusInWindow();
        open = now;
    }
}
