package amends.desktop.authors;

import amends.desktop.Page;
import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.kernel.Timekeeper;
import java.awt.CardLayout;
import java.util.ArrayList;
import java.util.List;
import javax.swing.ButtonGroup;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import javax.swing.KeyStroke;

/** Knowledge: articles written and read, tasks, what to look after, recalls. Alt and its number open a part. */
public final class AuthorsPage implements Page {
    private record Part(String name, JToggleButton head, Page page) {}

    private final Look look;
    private final AuthorsModel model;
    private final JPanel panel;
    private final JPanel cards = new JPanel(new CardLayout());
    private final List<Part> parts = new ArrayList<>();
    private boolean shown;

    public AuthorsPage(Look look, AuthorsModel model, Timekeeper time) {
        this.look = look;
        this.model = model;
        cards.setOpaque(false);
        part("articles", look.get("authors.articles"), new ArticlesTab(look, model.articles(), model.files(), time));
        part("tasks", look.get("authors.tasks"), new TasksTab(look, model.tasks(), model::open, time));
        part("tending", look.get("authors.tending"), new TendingTab(look, model.tending(), model, time));
        part("recalls", look.get("authors.recalls"), new RecallsTab(look, model.recalls(), time));
        part("words", look.get("authors.words"), new WordsTab(look, model.words(), time));
        part("figures", look.get("authors.figures"), new FiguresTab(look, model.figures()));
        panel = look.panel("insets 8u 16u 12u 16u, fill, gap 0 8u", "[grow,fill]", "[32u!][grow,fill]");
        panel.add(row(), "cell 0 0, wmin 0");
        panel.add(cards, "cell 0 1, grow, wmin 0, hmin 0");
        Follow.models(panel, this::refresh, model);
    }

    private void part(String name, String title, Page page) {
        var head = new JToggleButton(title);
        head.putClientProperty("JButton.buttonType", "tab");
        head.setToolTipText("Alt+" + (parts.size() + 1));
        Look.named(head, "authors.tab." + name, title);
        head.addActionListener(e -> model.go(name));
        cards.add(page.panel(), name);
        parts.add(new Part(name, head, page));
    }

    private JPanel row() {
        JPanel row = look.panel("insets 0, filly, gap 0", "", "[grow,fill]");
        var group = new ButtonGroup();
        parts.forEach(part -> {
            group.add(part.head());
            row.add(part.head());
        });
        row.add(look.line("Alt+1 … " + parts.size(), "quiet"), "pushx, alignx right, wmin 0");
        return row;
    }

    private Part open() {
        return parts.stream()
                .filter(p -> p.name().equals(model.part()))
                .findFirst()
                .orElse(parts.getFirst());
    }

    private String told = "";

    private void refresh() {
        open().head().setSelected(true);
        ((CardLayout) cards.getLayout()).show(cards, open().name());
        if (told.equals(open().name())) return;
        parts.stream().filter(p -> p.name().equals(told)).forEach(p -> p.page().shown(false));
        told = open().name();
        if (shown) open().page().shown(true);
    }

    @Override
    public JPanel panel() {
        return panel;
    }

    @Override
    public void shown(boolean now) {
        if (now == shown) return;
        shown = now;
        open().page().shown(now);
    }

    @Override
    public void focus() {
        open().page().focus();
    }

    @Override
    public boolean pressed(KeyStroke key) {
        for (int i = 0; i < parts.size(); i++)
            if (key.equals(KeyStroke.getKeyStroke("alt " + (i + 1)))) {
                model.go(parts.get(i).name());
                focus();
                return true;
            }
        return open().page().pressed(key);
    }
}
