package amends.desktop.inspection;

import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.desktop.look.ScrollBox;
import amends.desktop.look.Texts;
import amends.desktop.look.Typed;
import java.awt.KeyboardFocusManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;

/** Under the sound: the marked places, each with its words, and the note on the whole. */
final class RemarksView {
    private final Look look;
    private final SheetModel model;
    private final PlayerModel player;
    private final Runnable done;
    private final JPanel panel;
    private final JPanel places;
    private final JTextArea note = new JTextArea();
    private final Typed typed;
    private final List<JTextField> fields = new ArrayList<>();
    private final List<Typed> words = new ArrayList<>();
    private List<Duration> drawn = List.of();
    private boolean drawnFilling;

    /** @param done gives the focus back to the page */
    RemarksView(Look look, SheetModel model, PlayerModel player, Runnable done) {
        this.look = look;
        this.model = model;
        this.player = player;
        this.done = done;
        places = look.panel("insets 0, fillx, wrap 3, gap 8u 6u", "[][grow,fill][]", "");
        Look.named(note, "sheet.note", look.get("sheet.note"));
        note.setLineWrap(true);
        note.setWrapStyleWord(true);
        note.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        note.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
        typed = Typed.in(note, model::noteTyped);
        var scroll = new JScrollPane(note);
        scroll.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
        JPanel top = look.panel("insets 0, fillx, top", "[grow,fill]", "[top]");
        top.add(places, "wmin 0");
        panel = look.panel("insets 0, fill, wrap 1, gap 0 6u", "[grow,fill]", "[32u!][grow,fill][24u!][]");
        panel.add(head(), "wmin 0");
        panel.add(ScrollBox.around(look, top), look.at("wmin 0, hmin 64u, grow"));
        panel.add(look.heading("sheet.note"), "wmin 0");
        panel.add(scroll, look.at("wmin 0, h 64u:96u:"));
        Follow.models(panel, this::refresh, model);
    }

    private JPanel head() {
        JPanel head = look.panel("insets 0, fill, gap 8u 0", "[grow,fill][]", "[]");
        head.add(look.heading("sheet.remarks"), "wmin 0");
        head.add(look.button("sheet.markHere", look.get("sheet.markHere"), "M", this::markHere));
        return head;
    }

    JPanel panel() {
        return panel;
    }

    /** Marks the place that is heard now, and waits for its words. */
    void markHere() {
        int place = model.remark(player.position());
        if (place >= 0 && place < fields.size()) fields.get(place).requestFocusInWindow();
    }

    private void refresh() {
        typed.show(model.note());
        note.setEditable(model.isFilling());
        List<Duration> now = model.remarks().stream().map(SheetModel.Place::at).toList();
        if (!now.equals(drawn) || drawnFilling != model.isFilling()) draw(now);
        for (int i = 0; i < words.size(); i++)
            words.get(i).show(model.remarks().get(i).typed());
    }

    private void draw(List<Duration> now) {
        drawn = now;
        drawnFilling = model.isFilling();
        places.removeAll();
        fields.clear();
        words.clear();
        for (int i = 0; i < now.size(); i++) line(i, now.get(i));
        if (now.isEmpty()) places.add(look.line(look.get("sheet.remarks.none"), "quiet"), "span, wmin 0");
        places.revalidate();
        places.repaint();
    }

    private void line(int place, Duration at) {
        String clock = Texts.clock(at);
        var go = look.button("sheet.place", clock, "", () -> player.seek(at.toMillis() / 1000.0));
        go.getAccessibleContext().setAccessibleName(look.get("sheet.goTo", clock));
        var field = new JTextField();
        Look.named(field, "sheet.remark", look.get("sheet.remarkAt", clock));
        field.putClientProperty("JTextField.placeholderText", look.get("sheet.remarkHint"));
        field.setEditable(model.isFilling());
        field.addActionListener(e -> done.run());
        fields.add(field);
        words.add(Typed.in(field, text -> model.remarkTyped(place, text)));
        var remove = look.button("sheet.remove", "×", "", () -> model.removeRemark(place));
        remove.getAccessibleContext().setAccessibleName(look.get("sheet.removeAt", clock));
        remove.setToolTipText(look.get("sheet.removeAt", clock));
        remove.setEnabled(model.isFilling());
        places.add(go);
        places.add(field, "wmin 0");
        places.add(remove);
    }
}
