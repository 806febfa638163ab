package amends.desktop.authors;

import amends.desktop.Page;
import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.desktop.look.RowTable;
import amends.desktop.look.RowTable.Column;
import amends.desktop.look.TextLine;
import amends.desktop.look.Typed;
import amends.kernel.Timekeeper;
import amends.knowledge.EverydayWords.Entry;
import amends.knowledge.HouseWords.Kept;
import amends.knowledge.WordCandidate;
import amends.knowledge.WordKeeping.Answer;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.KeyStroke;

/** The house's everyday words, with what may belong there and the lists there were. */
final class WordsTab implements Page {
    private final Look look;
    private final WordsModel model;
    private final Timekeeper time;
    private final JPanel panel;
    private final RowTable<Entry> entries;
    private final RowTable<WordCandidate> candidates;
    private final RowTable<Kept> versions;
    private final JTextField bank = new JTextField();
    private final JTextField people = new JTextField();
    private final Typed typedBank;
    private final Typed typedPeople;
    private final TextLine said;
    private boolean refreshing;

    WordsTab(Look look, WordsModel model, Timekeeper time) {
        this.look = look;
        this.model = model;
        this.time = time;
        entries = table("words.entries", entryColumns(), model::choose);
        candidates = table("words.candidates", candidateColumns(), model::choose);
        versions = table("words.lists", versionColumns(), model::choose);
        typedBank = field(bank, "words.bank", model::typedBank);
        typedPeople = field(people, "words.people", model::typedPeople);
        said = look.line("", "quiet");
        panel = look.panel("insets 0, fill, gap 16u 6u", "[grow 52,fill][grow 48,fill]", "[grow,fill][20u!]");
        panel.add(left(), look.at("wmin 0, w 500u, hmin 0"));
        panel.add(right(), look.at("wmin 0, w 470u, hmin 0, wrap"));
        panel.add(said, "wmin 0, spanx 2");
        Follow.models(panel, this::refresh, model);
    }

    private <R> RowTable<R> table(String name, List<Column<R>> columns, Consumer<R> chosen) {
        var table = new RowTable<>(look, columns);
        Look.named(table, name, look.get(name));
        table.getSelectionModel().addListSelectionListener(e -> {
            R row = table.chosen();
            if (row != null && !e.getValueIsAdjusting() && !refreshing) chosen.accept(row);
        });
        return table;
    }

    private Typed field(JTextField field, String name, Consumer<String> typed) {
        Look.named(field, name, look.get(name));
        field.putClientProperty("JTextField.placeholderText", look.get(name));
        return Typed.in(field, typed);
    }

    private JPanel left() {
        JPanel left =
                look.panel("insets 0, fill, wrap 1, gap 0 6u", "[grow,fill]", "[20u!][grow,fill][32u!][32u!][32u!]");
        left.add(look.heading("words.entries"), "wmin 0");
        left.add(look.scroll(entries), "wmin 0, hmin 0");
        left.add(bank, "wmin 0");
        left.add(people, "wmin 0");
        JPanel row = look.panel("insets 0, gap 8u 0", "", "[grow,fill]");
        row.add(
                Look.styled(look.button("words.keep", look.get("words.keep"), "Ctrl+Enter", model::keep), "main"),
                "wmin 0");
        row.add(look.button("words.new", look.get("words.new"), "Alt+N", this::fresh), "wmin 0");
        row.add(look.button("words.remove", look.get("words.remove"), "Alt+X", model::remove), "wmin 0");
        left.add(row, "wmin 0");
        return left;
    }

    private JPanel right() {
        JPanel right = look.panel(
                "insets 0, fill, wrap 1, gap 0 6u",
                "[grow,fill]",
                "[20u!][grow 65,fill][32u!][20u!][grow 35,fill][32u!]");
        right.add(look.heading("words.candidates"), "wmin 0");
        right.add(look.scroll(candidates), look.at("wmin 0, hmin 0, h 200u"));
        JPanel row = look.panel("insets 0, gap 8u 0", "", "[grow,fill]");
        row.add(look.button("words.take", look.get("words.take"), "Enter", this::take), "wmin 0");
        row.add(look.button("words.edit", look.get("words.edit"), "Alt+E", this::edit), "wmin 0");
        row.add(look.button("words.dismiss", look.get("words.dismiss"), "Del", this::dismiss), "wmin 0");
        right.add(row, "wmin 0");
        right.add(look.heading("words.lists"), "wmin 0");
        right.add(look.scroll(versions), look.at("wmin 0, hmin 0, h 90u"));
        JPanel back = look.panel("insets 0, gap 8u 0", "", "[grow,fill]");
        back.add(look.button("words.rollBack", look.get("words.rollBack"), "Alt+R", model::rollBack), "wmin 0");
        right.add(back, "wmin 0");
        return right;
    }

    private List<Column<Entry>> entryColumns() {
        return List.of(
                Column.text(look.get("words.bank"), Entry::bank, 150, 0),
                Column.text(look.get("words.said"), e -> String.join(look.get("authors.and"), e.people()), 320, 0));
    }

    private List<Column<WordCandidate>> candidateColumns() {
        return List.of(
                Column.text(look.get("words.said"), WordCandidate::said, 120, 0),
                Column.text(look.get("words.bank"), WordCandidate::bank, 110, 0),
                Column.text(look.get("authors.task.article"), c -> model.title(c.article()), 150, 1),
                Column.figure(look.get("words.times"), c -> String.valueOf(c.times()), 56, 0));
    }

    private List<Column<Kept>> versionColumns() {
        return List.of(
                Column.figure(look.get("authors.version"), k -> String.valueOf(k.version()), 70, 0),
                Column.text(look.get("words.by"), k -> model.name(k).orElse(look.get("words.fromFolder")), 120, 0),
                Column.text(look.get("authors.task.at"), k -> look.texts().moment(k.at(), time.now()), 110, 0));
    }

    private void fresh() {
        model.fresh();
        bank.requestFocusInWindow();
    }

    private void take() {
        model.take();
        candidates.requestFocusInWindow();
    }

    private void edit() {
        model.edit();
        bank.requestFocusInWindow();
    }

    private void dismiss() {
        model.dismiss();
        candidates.requestFocusInWindow();
    }

    private void refresh() {
        refreshing = true;
        entries.show(model.entries());
        model.chosen().ifPresentOrElse(entries::choose, entries::clearSelection);
        // The row that takes the place of one that is gone is chosen, so that the next key is for it.
        int before = Math.max(0, candidates.getSelectedRow());
        candidates.show(model.candidates());
        int last = model.candidates().size() - 1;
        if (candidates.chosen() == null && last >= 0)
            candidates.setRowSelectionInterval(Math.min(before, last), Math.min(before, last));
        if (candidates.chosen() != null) model.choose(candidates.chosen());
        versions.show(model.versions());
        refreshing = false;
        typedBank.show(model.bank());
        typedPeople.show(model.said());
        said.setText(said());
    }

    private String said() {
        if (model.isAway()) return look.get("authors.away");
        return model.answer()
                .map(answer -> switch (answer) {
                    case Answer.Done d -> look.get("words.done");
                    case Answer.Mistaken m -> look.get("words.mistaken");
                    case Answer.ChangedMeanwhile c -> look.get("authors.changedMeanwhile");
                    case Answer.NotPermitted n -> look.get("authors.notPermitted");
                })
                .orElse(look.get("words.how"));
    }

    @Override
    public JPanel panel() {
        return panel;
    }

    @Override
    public void shown(boolean now) {
        if (now) model.load();
    }

    @Override
    public void focus() {
        (model.candidates().isEmpty() ? entries : candidates).requestFocusInWindow();
    }

    @Override
    public boolean pressed(KeyStroke key) {
        if (key.equals(KeyStroke.getKeyStroke("ctrl ENTER"))) model.keep();
        else if (key.equals(KeyStroke.getKeyStroke("alt N"))) fresh();
        else if (key.equals(KeyStroke.getKeyStroke("alt X"))) model.remove();
        else if (key.equals(KeyStroke.getKeyStroke("alt E"))) edit();
        else if (key.equals(KeyStroke.getKeyStroke("alt R"))) model.rollBack();
        else if (key.equals(KeyStroke.getKeyStroke("ENTER")) && candidates.hasFocus()) take();
        else if (key.equals(KeyStroke.getKeyStroke("DELETE")) && candidates.hasFocus()) dismiss();
        else return false;
        return true;
    }
}
