package amends.desktop.attachment;

import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.desktop.look.TextLine;
import amends.knowledge.Attachment;
import java.awt.event.ActionEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.KeyStroke;

/** Pictures and files below an article: Enter enlarges a picture and has a file opened, S saves, Esc goes back. */
public final class AttachmentStrip {
    /** Pressed in the article, it leads here. */
    private static final String HERE = "A";

    private final Look look;
    private final AttachmentsModel model;
    private final JPanel panel;
    private final JList<Attachment> list;
    private final JComponent scroll;
    private final TextLine line;
    private final boolean low;

    /** @param article whose these are: where the focus comes from and goes back to */
    public AttachmentStrip(Look look, AttachmentsModel model, JComponent article) {
        this.look = look;
        this.model = model;
        // Large words leave room for the article only where pictures are names.
        low = look.textPercent() > 110;
        var rows = new AttachmentRows(look, model, low);
        list = rows.list();
        scroll = rows.panel();
        line = look.line("", "quiet");
        rows.on("S", this::save);
        rows.on("ESCAPE", article::requestFocusInWindow);
        on(article, HERE, () -> {
            if (!model.all().isEmpty()) list.requestFocusInWindow();
        });
        clicks();
        panel = look.panel("insets 0, fillx, wrap 1, gap 0 2u, hidemode 3", "[grow,fill]", "[]");
        panel.add(line, look.at("wmin 0, h 18u!"));
        panel.add(scroll, look.at(low ? "wmin 0, h 24u!" : "wmin 0, h 70u!"));
        Follow.models(panel, this::refresh, model);
    }

    private void clicks() {
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent e) {
                int at = list.locationToIndex(e.getPoint());
                if (at < 0 || !list.getCellBounds(at, at).contains(e.getPoint())) return;
                model.choose(at);
                model.open();
            }
        });
    }

    private void save() {
        model.current().ifPresent(one -> FileChoice.save(list, look, model, one.name()));
    }

    static void on(JComponent component, String key, Runnable act) {
        component.getInputMap(JComponent.WHEN_FOCUSED).put(KeyStroke.getKeyStroke(key), "attachment " + key);
        component.getActionMap().put("attachment " + key, new AbstractAction() {
            private static final long serialVersionUID = 1;

            @Override
            public void actionPerformed(ActionEvent e) {
                act.run();
            }
        });
    }

    public JPanel panel() {
        return panel;
    }

    private void refresh() {
        boolean any = !model.all().isEmpty();
        // Which ones there are may be what the database does not say.
        panel.setVisible(any || model.said().isPresent());
        scroll.setVisible(any);
        line.setVisible(!low || model.said().isPresent());
        line.setText(model.said()
                .map(said -> look.texts().stateWord(said))
                .orElseGet(() -> look.get("attachment.line", model.all().size())));
    }
}
