package amends.desktop.shell;

import amends.contact.Contact;
import amends.contact.WrapUp;
import amends.desktop.look.EmptyState;
import amends.desktop.look.Follow;
import amends.desktop.look.Glyph;
import amends.desktop.look.Look;
import amends.desktop.look.RowTable;
import amends.desktop.look.RowTable.Column;
import amends.desktop.look.TextLine;
import amends.desktop.look.Texts;
import amends.desktop.promise.MyPromisesView;
import amends.desktop.readiness.PlanBanner;
import amends.desktop.recovery.CallbacksView;
import amends.kernel.Timekeeper;
import java.awt.CardLayout;
import java.awt.event.ActionEvent;
import java.time.Duration;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** Between calls: my day so far. */
final class IdleView {
    private final Look look;
    private final MyDayModel model;
    private final Timekeeper time;
    private final JPanel panel;
    private final JPanel cards = new JPanel(new CardLayout());
    private final RowTable<Contact> table;
    private final JTextField search = new JTextField();
    private final TextLine day;
    private final TextLine sum;

    IdleView(Look look, DeskModels models) {
        this.look = look;
        model = models.day();
        time = models.time();
        table = new RowTable<>(look, columns());
        Look.named(table, "day.contacts", look.get("day.contacts"));
        day = look.line("", "name");
        sum = look.line("", "quiet");
        var callbacks = new CallbacksView(
                look, models.callbacks(), time, models.profile().homeRegion());
        cards.setOpaque(false);
        cards.add(look.scroll(table), "list");
        cards.add(EmptyState.of(look, Glyph.ANSWER, "day.none"), "none");
        panel = look.panel(
                "insets 0, fill, wrap 1, gap 0 4u, hidemode 2",
                "[grow,fill]",
                "[28u!][20u!][]20u[28u!][grow,fill]16u[24u!][]16u[24u!][]");
        // Each in its own cell: what is not there must not move the others into rows of another height.
        panel.add(day, "cell 0 0, wmin 0");
        panel.add(sum, "cell 0 1, wmin 0");
        panel.add(PlanBanner.between(look, models.planFeed()), "cell 0 2, wmin 0");
        panel.add(log(models), "cell 0 3, wmin 0");
        panel.add(cards, "cell 0 4, wmin 0, hmin 0");
        panel.add(look.heading("promises.mine"), "cell 0 5, wmin 0");
        panel.add(new MyPromisesView(look, models.promises()).panel(), "cell 0 6, wmin 0");
        panel.add(look.heading("day.promises"), "cell 0 7, wmin 0");
        panel.add(callbacks.panel(), "cell 0 8, wmin 0");
        Follow.models(panel, this::refresh, model);
    }

    /** The head of the log: what is looked for in it, and calling again whoever is chosen. */
    private JPanel log(DeskModels models) {
        JPanel head = look.panel("insets 0, fillx, gap 8u 0", "[grow][][]", "[28u!]");
        Look.named(search, "day.search", look.get("day.search"));
        search.putClientProperty("JTextField.placeholderText", look.get("day.search"));
        search.getDocument().addDocumentListener(new Typing());
        Runnable call = () -> Optional.ofNullable(table.chosen())
                .ifPresent(c -> models.phone().dial(c.number()));
        table.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke("ENTER"), "call");
        table.getActionMap().put("call", new AbstractAction() {
            @Override
            public void actionPerformed(ActionEvent e) {
                call.run();
            }
        });
        head.add(look.heading("day.contacts"), "wmin 0");
        head.add(search, look.at("w 220u!"));
        head.add(look.button("day.call", look.get("day.call"), "Enter", call), "");
        return head;
    }

    /** Ctrl+H. */
    void focusSearch() {
        if (search.isShowing()) search.requestFocusInWindow();
    }

    private final class Typing implements DocumentListener {
        @Override
        public void insertUpdate(DocumentEvent e) {
            model.search(search.getText());
        }

        @Override
        public void removeUpdate(DocumentEvent e) {
            model.search(search.getText());
        }

        @Override
        public void changedUpdate(DocumentEvent e) {}
    }

    private String whom(Contact contact) {
        return contact.isInbound() ? model.who(contact) : "→ " + model.who(contact);
    }

    private List<Column<Contact>> columns() {
        return List.of(
                Column.text(look.get("day.time"), c -> look.texts().moment(c.began(), time.now()), 96, 1),
                Column.text(look.get("day.who"), this::whom, 128, 0),
                Column.figure(
                        look.get("day.talked"),
                        c -> MyDayModel.talked(c).map(Texts::clock).orElse("–"),
                        68,
                        4),
                Column.text(look.get("day.outcome"), this::outcome, 92, 2),
                Column.text(
                        look.get("day.score"), c -> c.score().map(s -> "★" + s).orElse(""), 56, 1),
                Column.text(look.get("day.note"), this::note, 168, 3));
    }

    private String outcome(Contact contact) {
        if (contact.state() == Contact.State.INTERRUPTED) return look.get("day.interrupted");
        return contact.wrapUp()
                .map(w -> look.texts().word(w.disposition()))
                .or(() -> contact.cause().map(look.texts()::word))
                .orElse("");
    }

    private String note(Contact contact) {
        return contact.wrapUp().map(WrapUp::note).orElse("").replaceAll("\\s+", " ");
    }

    JPanel panel() {
        return panel;
    }

    private void refresh() {
        List<Contact> latest = model.latest();
        day.setText(look.texts().day(time.now()));
        sum.setText(sumOf(latest));
        table.show(model.shown());
        boolean none = latest.isEmpty() && search.getText().isBlank();
        ((CardLayout) cards.getLayout()).show(cards, none ? "none" : "list");
    }

    private String sumOf(List<Contact> latest) {
        String today = look.texts().day(time.now());
        List<Contact> todays = latest.stream()
                .filter(c -> look.texts().day(c.began()).equals(today))
                .toList();
        Duration talked = todays.stream()
                .map(c -> MyDayModel.talked(c).orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
        return look.get("day.sum", todays.size(), Texts.clock(talked)) + scoresOf(todays);
    }

    private String scoresOf(List<Contact> todays) {
        IntSummaryStatistics scores = todays.stream()
                .flatMap(c -> c.score().stream())
                .mapToInt(Integer::intValue)
                .summaryStatistics();
        if (scores.getCount() == 0) return "";
        return " · " + look.get("day.scores", scores.getCount(), "%.1f".formatted(scores.getAverage()));
    }
}
