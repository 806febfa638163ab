package amends.desktop.report;

import amends.desktop.Page;
import amends.desktop.look.Follow;
import amends.desktop.look.Look;
import amends.desktop.look.TextLine;
import amends.desktop.report.ReportModel.Export;
import amends.report.Cut;
import amends.report.PaperFile.Outcome;
import amends.report.PaperWriter;
import amends.report.Period.Reach;
import java.awt.CardLayout;
import java.awt.Component;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.swing.ButtonGroup;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.JToggleButton;
import javax.swing.KeyStroke;

/** The page of reports: the period above, below it figures, weak places, and what employees suggest. */
public final class ReportsPage implements Page {
    private static final String FIGURES = "figures";
    private static final String WEAK = "weak";
    private static final String IMPROVEMENTS = "improvements";
    private final Look look;
    private final Optional<ReportModel> reports;
    private final ImprovementsModel improvements;
    private final JPanel panel;
    private final JPanel cards = new JPanel(new CardLayout());
    private final Map<String, JToggleButton> heads = new LinkedHashMap<>();
    private final Optional<PeriodBar> bar;
    private final Optional<FiguresView> figures;
    private final ImprovementsView suggestions;
    private boolean asked;

    /** @param reports empty for those to whom no figures are given */
    public ReportsPage(Look look, Optional<ReportModel> reports, ImprovementsModel improvements) {
        this.look = look;
        this.reports = reports;
        this.improvements = improvements;
        cards.setOpaque(false);
        suggestions = new ImprovementsView(look, improvements);
        bar = reports.map(PeriodBar::new);
        figures = reports.map(m -> new FiguresView(look, m, new ReportWords(look, m)));
        figures.ifPresent(view -> card(FIGURES, look.get("report.tab.figures"), view.panel()));
        reports.filter(ReportModel::seesAll)
                .ifPresent(m -> card(
                        WEAK, look.get("report.tab.weak"), new WeakView(look, m, new ReportWords(look, m)).panel()));
        card(IMPROVEMENTS, look.get("report.tab.improvements"), suggestions.panel());
        panel = look.panel(
                "insets 8u 24u 12u 24u, fill, wrap 1, gap 0 8u, hidemode 3", "[grow,fill]", "[32u!][]0[grow,fill]");
        panel.add(tabs(), "wmin 0");
        bar.ifPresent(b -> panel.add(b.row, "wmin 0"));
        panel.add(cards, "grow, push, wmin 0, hmin 0");
        open(improvements.tab().isEmpty() ? heads.keySet().iterator().next() : improvements.tab());
    }

    private void card(String name, String title, JPanel content) {
        cards.add(content, name);
        var head = new JToggleButton(title);
        head.putClientProperty("JButton.buttonType", "tab");
        head.setToolTipText("Alt+" + (heads.size() + 1));
        Look.named(head, "report.tab." + name, title);
        head.addActionListener(e -> open(name));
        heads.put(name, head);
    }

    private JPanel tabs() {
        JPanel row = look.panel("insets 0, filly, gap 0", "", "[grow,fill]");
        var group = new ButtonGroup();
        heads.values().forEach(head -> {
            group.add(head);
            row.add(head);
        });
        row.add(look.line("Alt+1 … " + heads.size(), "quiet"), "pushx, alignx right, wmin 0");
        return row;
    }

    private void open(String name) {
        String known =
                heads.containsKey(name) ? name : heads.keySet().iterator().next();
        improvements.open(known);
        heads.get(known).setSelected(true);
        bar.ifPresent(b -> b.row.setVisible(!known.equals(IMPROVEMENTS)));
        ((CardLayout) cards.getLayout()).show(cards, known);
    }

    @Override
    public JPanel panel() {
        return panel;
    }

    @Override
    public void shown(boolean now) {
        if (!now) return;
        improvements.load();
        if (!asked) reports.ifPresent(ReportModel::count);
        asked = true;
    }

    @Override
    public void focus() {
        if (improvements.tab().equals(FIGURES)) figures.ifPresent(FiguresView::focus);
        else if (improvements.tab().equals(IMPROVEMENTS)) suggestions.focus();
    }

    @Override
    public boolean pressed(KeyStroke key) {
        int tab = 1;
        for (String name : heads.keySet())
            if (key.equals(KeyStroke.getKeyStroke("alt " + tab++))) {
                open(name);
                focus();
                return true;
            }
        return reports.filter(m -> !improvements.tab().equals(IMPROVEMENTS) && acted(m, key))
                .isPresent();
    }

    private static boolean acted(ReportModel model, KeyStroke key) {
        if (key.equals(KeyStroke.getKeyStroke("alt LEFT"))) model.previous();
        else if (key.equals(KeyStroke.getKeyStroke("alt RIGHT"))) model.next();
        else if (key.equals(KeyStroke.getKeyStroke("ctrl R"))) model.count();
        else return false;
        return true;
    }

    /** Which days, told apart by what, and the files that can be made of it. */
    private final class PeriodBar {
        private final ReportModel model;
        private final ReportWords words;
        private final JPanel row;
        private final JComboBox<Reach> reach = new JComboBox<>(Reach.values());
        private final JComboBox<Cut> cut;
        private final TextLine period;
        private final JTextField from = new JTextField(10);
        private final JTextField until = new JTextField(10);
        private final TextLine said;
        private final Component next;
        private final Component cancel;
        private boolean refreshing;

        PeriodBar(ReportModel model) {
            this.model = model;
            words = new ReportWords(look, model);
            cut = new JComboBox<>(model.cuts().toArray(Cut[]::new));
            period = look.line("", "strong");
            said = look.line("", "quiet");
            row = look.panel("insets 0 0 8u 0, fillx, gap 8u 4u, hidemode 3", "", "[30u!][20u!]");
            next = look.button("report.next", "›", "Alt+→", model::next);
            cancel = look.button("report.cancel", look.get("report.cancel"), "", model::cancelExport);
            choose(
                    reach,
                    "report.reach",
                    look.get("report.reach"),
                    r -> look.texts().word(r));
            choose(cut, "report.cut", look.get("report.cut"), words::cut);
            reach.addActionListener(e -> unless(() -> model.reach((Reach) reach.getSelectedItem())));
            cut.addActionListener(e -> unless(() -> model.cutBy((Cut) cut.getSelectedItem())));
            lay();
            Follow.models(row, this::refresh, model);
        }

        private void lay() {
            row.add(reach);
            row.add(look.button("report.previous", "‹", "Alt+←", model::previous));
            row.add(next);
            dayField(from, "report.from", look.get("report.from"));
            dayField(until, "report.until", look.get("report.until"));
            row.add(from);
            row.add(until);
            row.add(period, look.at("wmin 200u, growx, pushx"));
            row.add(cut);
            row.add(look.button("report.recount", look.get("report.recount"), "Ctrl+R", model::count));
            for (PaperWriter writer : model.ports().writers())
                row.add(look.button(
                        "report.export." + writer.ending(),
                        writer.ending().toUpperCase(java.util.Locale.ROOT),
                        "",
                        () -> export(writer)));
            row.add(cancel);
            row.add(said, "newline, span, growx, wmin 0");
        }

        private void dayField(JTextField field, String name, String spoken) {
            Look.named(field, name, spoken);
            field.setToolTipText(spoken);
            field.addActionListener(e -> model.custom(from.getText(), until.getText()));
        }

        private void unless(Runnable act) {
            if (!refreshing) act.run();
        }

        private void export(PaperWriter writer) {
            var paper = new PaperMaking(look, model, words);
            model.export(writer, paper::paper, paper.name());
        }

        private void refresh() {
            refreshing = true;
            reach.setSelectedItem(model.period().reach());
            cut.setSelectedItem(model.cut());
            boolean custom = model.period().reach() == Reach.CUSTOM;
            from.setVisible(custom);
            until.setVisible(custom);
            if (!from.hasFocus() && !until.hasFocus()) {
                from.setText(model.period().from().toString());
                until.setText(model.period().until().toString());
            }
            refreshing = false;
            next.setEnabled(model.mayGoOn());
            cancel.setVisible(model.export() instanceof Export.Running);
            period.setText(words.period(model.period()));
            said.setText(said());
        }

        private String said() {
            if (model.isDateUnread()) return look.get("report.dateUnread");
            return switch (model.export()) {
                case Export.Running(var done, var of) -> look.get("report.exporting", done, of);
                case Export.Ended(Outcome.Written(var file, var bytes)) -> look.get("report.written", file);
                case Export.Ended(Outcome.Cancelled c) -> look.get("report.cancelled");
                case Export.Ended(Outcome.Failed(var why)) -> look.get("report.notWritten", why);
                case Export.None none -> standing();
            };
        }

        private String standing() {
            return switch (model.standing()) {
                case COUNTING -> look.get("report.counting");
                case AWAY -> look.get("report.away");
                case REFUSED -> look.get("report.refused");
                case SHOWN ->
                    look.get(
                            model.seesAll() ? "report.ofAll" : "report.ofOwn",
                            words.period(model.period().previous()));
            };
        }

        private <E> void choose(JComboBox<E> box, String name, String spoken, Function<E, String> word) {
            Look.named(box, name, spoken);
            box.setRenderer(new DefaultListCellRenderer() {
                private static final long serialVersionUID = 1;

                @Override
                @SuppressWarnings("unchecked")
                public Component getListCellRendererComponent(
                        JList<?> list, Object value, int index, boolean selected, boolean focused) {
                    String text = value == null ? "" : word.apply((E) value);
                    return super.getListCellRendererComponent(list, text, index, selected, focused);
                }
            });
        }
    }
}
