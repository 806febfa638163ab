package amends.desktop.attachment;

import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.knowledge.Attachment;
import java.util.List;
import javax.swing.DefaultListModel;
import javax.swing.JComponent;
import javax.swing.JList;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.TransferHandler;

/** Pictures and files one beside the other, in a list that others give keys to; Enter enlarges or opens. */
public final class AttachmentRows {
    private final AttachmentsModel model;
    private final DefaultListModel<Attachment> rows = new DefaultListModel<>();
    private final JList<Attachment> list = new JList<>(rows);
    private final JScrollPane scroll;
    private boolean refreshing;

    /** @param low whether there is room for names alone: the arrows go from one to the next */
    public AttachmentRows(Look look, AttachmentsModel model, boolean low) {
        this.model = model;
        Look.named(list, "attachment.list", look.get("attachment.list"));
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setLayoutOrientation(JList.HORIZONTAL_WRAP);
        list.setVisibleRowCount(1);
        list.setOpaque(false);
        list.setFixedCellWidth(look.px(88));
        list.setFixedCellHeight(look.px(low ? 24 : 58));
        list.setCellRenderer(new AttachmentCell(look, model, low));
        list.addListSelectionListener(e -> {
            if (!refreshing && !e.getValueIsAdjusting()) model.choose(list.getSelectedIndex());
        });
        on("ENTER", model::open);
        scroll = look.scroll(list);
        scroll.setHorizontalScrollBarPolicy(
                low ? JScrollPane.HORIZONTAL_SCROLLBAR_NEVER : JScrollPane.HORIZONTAL_SCROLLBAR_AS_NEEDED);
        scroll.setVerticalScrollBarPolicy(JScrollPane.VERTICAL_SCROLLBAR_NEVER);
        scroll.getHorizontalScrollBar().setOpaque(false);
        new EnlargedView(look, model, list);
        Follow.models(scroll, this::refresh, model);
    }

    public JScrollPane panel() {
        return scroll;
    }

    public JList<Attachment> list() {
        return list;
    }

    /** A key that works while the list has the focus. */
    public void on(String key, Runnable act) {
        AttachmentStrip.on(list, key, act);
    }

    /** Takes what is dropped here or pasted. */
    public void receive(TransferHandler handler) {
        list.setTransferHandler(handler);
        scroll.setTransferHandler(handler);
        var paste = TransferHandler.getPasteAction();
        list.getInputMap(JComponent.WHEN_FOCUSED).put(KeyStroke.getKeyStroke("ctrl V"), paste.getValue("Name"));
        list.getActionMap().put(paste.getValue("Name"), paste);
    }

    private void refresh() {
        List<Attachment> now = model.all();
        refreshing = true;
        boolean same = rows.size() == now.size();
        for (int i = 0; same && i < now.size(); i++) same = rows.get(i).equals(now.get(i));
        if (!same) {
            rows.clear();
            now.forEach(rows::addElement);
        }
        list.setSelectedIndex(now.isEmpty() ? -1 : model.chosen());
        if (!now.isEmpty()) list.ensureIndexIsVisible(model.chosen());
        refreshing = false;
        list.setToolTipText(model.current().map(Attachment::spoken).orElse(null));
        list.repaint();
    }
}
