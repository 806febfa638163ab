package amends.desktop.authors;

import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.desktop.look.ScaledPicture;
import amends.knowledge.Enclosure;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import javax.swing.DefaultComboBoxModel;
import javax.swing.ImageIcon;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;

/** The files beside an article in one line, and the chosen picture, scaled; nothing is opened that is no picture. */
final class FilesView {
    private static final int HIGH = 64;
    private static final int WIDE = 160;
    private final Look look;
    private final FilesModel model;
    private final JPanel panel;
    private final JComboBox<String> names = new JComboBox<>();
    private final JTextField path = new JTextField();
    private final JLabel picture = new JLabel();
    private Optional<byte[]> shown = Optional.empty();
    private boolean refreshing;

    FilesView(Look look, FilesModel model) {
        this.look = look;
        this.model = model;
        Look.named(names, "authors.files", look.get("authors.files"));
        names.addActionListener(e -> {
            int at = names.getSelectedIndex();
            if (!refreshing && at >= 0 && at < model.files().size())
                model.choose(model.files().get(at));
        });
        Look.named(path, "authors.file.path", look.get("authors.file.path"));
        path.putClientProperty("JTextField.placeholderText", look.get("authors.file.path"));
        path.addActionListener(e -> add());
        Look.named(picture, "authors.picture", look.get("authors.picture"));
        panel = look.panel("insets 0, fillx, gap 8u 0, hidemode 3", "[160u!,fill][][grow,fill][][]", "[]");
        panel.add(names, look.at("wmin 0, h 28u!"));
        panel.add(
                look.button("authors.file.remove", look.get("authors.file.remove"), "", model::remove),
                look.at("h 28u!"));
        panel.add(path, look.at("wmin 0, h 28u!"));
        panel.add(look.button("authors.file.add", look.get("authors.file.add"), "Enter", this::add), look.at("h 28u!"));
        panel.add(picture);
        Follow.models(panel, this::refresh, model);
    }

    JPanel panel() {
        return panel;
    }

    private void add() {
        String typed = path.getText().strip().replaceAll("^[\"']|[\"']$", "");
        if (typed.isEmpty()) return;
        try {
            model.add(Path.of(typed));
        } catch (InvalidPathException e) {
            path.setText("");
        }
    }

    private void refresh() {
        refreshing = true;
        names.setModel(new DefaultComboBoxModel<>(
                model.files().stream().map(this::name).toArray(String[]::new)));
        names.setSelectedIndex(model.chosen().map(model.files()::indexOf).orElse(-1));
        names.setEnabled(!model.files().isEmpty());
        refreshing = false;
        String said = model.isUnread()
                ? look.get("authors.file.unread")
                : model.said().map(a -> look.texts().stateWord(a)).orElse("");
        path.setToolTipText(said.isEmpty() ? null : said);
        path.putClientProperty("JTextField.placeholderText", said.isEmpty() ? look.get("authors.file.path") : said);
        if (model.said().isPresent()) path.setText("");
        showPicture();
    }

    private String name(Enclosure file) {
        return file.name() + "  " + Math.max(1, file.size() / 1024) + " KB";
    }

    private void showPicture() {
        if (model.picture().equals(shown)) return;
        shown = model.picture();
        picture.setIcon(shown.flatMap(bytes -> ScaledPicture.of(bytes, look.px(WIDE), look.px(HIGH)))
                .map(ImageIcon::new)
                .orElse(null));
        panel.revalidate();
    }
}
