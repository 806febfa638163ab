package amends.desktop.authors;

import amends.desktop.attachment.AttachmentRows;
import amends.desktop.attachment.DropBeside;
import amends.desktop.attachment.FileChoice;
import amends.desktop.attachment.PictureDrop;
import amends.desktop.look.Follow;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.look.TextLine;
import amends.desktop.look.Typed;
import amends.knowledge.Attachment;
import amends.knowledge.AttachmentCheck.Judged;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.text.JTextComponent;

/**
 * Pictures and files of the article: chosen, dropped or pasted here, put in order, each with a text for whom does not see
 * it. Keys in the list: Del, Alt+arrows, Ctrl+V, Enter enlarges.
 */
final class FilesView {
    private final Look look;
    private final FilesModel model;
    private final JPanel panel;
    private final AttachmentRows rows;
    private final JTextField alt = new JTextField();
    private final Typed typed;
    private final TextLine said;
    private final List<KeyButton> buttons;
    private final PictureDrop dropped;

    FilesView(Look look, FilesModel model) {
        this.look = look;
        this.model = model;
        rows = new AttachmentRows(look, model.shown(), false);
        rows.on("DELETE", model::remove);
        rows.on("alt UP", () -> model.move(-1));
        rows.on("alt DOWN", () -> model.move(1));
        dropped = new PictureDrop(model::add, picture -> model.paste(picture, look.get("attachment.pasted")));
        rows.receive(dropped);
        Look.named(alt, "authors.file.alt", look.get("authors.file.alt"));
        alt.putClientProperty("JTextField.placeholderText", look.get("authors.file.alt"));
        typed = Typed.in(alt, model::say);
        said = look.line("", "quiet");
        KeyButton add = look.button("authors.file.add", look.get("authors.file.add"), "Alt+F", this::choose);
        KeyButton remove = look.button("authors.file.remove", look.get("authors.file.remove"), "Del", model::remove);
        KeyButton up = look.button("authors.file.up", look.get("authors.file.up"), "Alt+↑", () -> model.move(-1));
        KeyButton down = look.button("authors.file.down", look.get("authors.file.down"), "Alt+↓", () -> model.move(1));
        buttons = List.of(add, remove, up, down);
        panel = look.panel("insets 0, fillx, gap 6u 4u, hidemode 3", "[grow,fill][fill][fill]", "[28u!][28u!][28u!][]");
        panel.add(rows.panel(), look.at("cell 0 0 1 2, wmin 0, h 60u!"));
        panel.add(add, look.at("cell 1 0, h 28u!, sg file"));
        panel.add(up, look.at("cell 2 0, h 28u!, sg file"));
        panel.add(remove, look.at("cell 1 1, h 28u!, sg file"));
        panel.add(down, look.at("cell 2 1, h 28u!, sg file"));
        panel.add(alt, look.at("cell 0 2 3 1, wmin 0, h 28u!"));
        panel.add(said, "cell 0 3 3 1, wmin 0");
        Follow.models(panel, this::refresh, model);
    }

    JPanel panel() {
        return panel;
    }

    void choose() {
        if (model.mayChange()) FileChoice.open(rows.list(), look, model.shown(), model::add);
    }

    /** What is dropped anywhere in the editor lands here; text goes on into its field. */
    void receiveAt(JComponent editor, Collection<JTextComponent> fields) {
        editor.setTransferHandler(dropped);
        for (JTextComponent field : fields)
            field.setTransferHandler(new DropBeside(dropped, model::mayChange, field.getTransferHandler()));
    }

    private void refresh() {
        boolean may = model.mayChange();
        boolean any = model.shown().current().isPresent();
        typed.show(model.shown().current().map(Attachment::alt).orElse(""));
        alt.setEditable(may && any);
        buttons.forEach(b -> b.setEnabled(may && any));
        buttons.getFirst().setEnabled(may);
        String words = said();
        said.setText(words);
        said.setToolTipText(words.isEmpty() ? null : words);
        said.setVisible(!words.isEmpty());
    }

    private String said() {
        if (model.isBusy()) return look.get("authors.file.reading");
        if (model.isUnread()) return look.get("authors.file.unread");
        if (!model.refused().isEmpty())
            return model.refused().stream().map(this::refused).collect(Collectors.joining("  "));
        return model.shown().said().map(look.texts()::stateWord).orElse("");
    }

    private String refused(Judged.Unfit unfit) {
        return look.get("authors.file.refused", unfit.name(), look.texts().stateWord(unfit.why()));
    }
}
