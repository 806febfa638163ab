package amends.desktop.compensation;

import amends.compensation.Audits;
import amends.compensation.Audits.Finding;
import amends.compensation.FairnessReport;
import amends.compensation.FairnessReport.Cut;
import amends.compensation.FairnessReport.Group;
import amends.compensation.FairnessReport.Verdict;
import amends.customer.CustomerProfile.Tier;
import amends.desktop.Page;
import amends.desktop.look.Follow;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.look.ScrollBox;
import amends.desktop.look.Shade;
import amends.desktop.look.StateMark;
import amends.desktop.look.TextLine;
import amends.desktop.look.Typed;
import amends.kernel.Timekeeper;
import amends.personality.CustomerType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.swing.ButtonGroup;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import javax.swing.JTextField;
import javax.swing.KeyStroke;

/** Fairness and audit as a tab of the amends page. */
public final class FairnessTab implements Page {
    private final Look look;
    private final FairnessModel model;
    private final Timekeeper time;
    private final OfferWords words;
    private final JPanel panel;
    private final JPanel groups;
    private final JPanel rows;
    private final TextLine verdict;
    private final TextLine drawn;
    private final TextLine result;
    private final JTextField said = new JTextField();
    private final Typed typed;
    private Optional<FairnessReport> shownReport = Optional.empty();
    private List<Audits.Item> shownItems = List.of();

    public FairnessTab(Look look, FairnessModel model, Timekeeper time) {
        this.look = look;
        this.model = model;
        this.time = time;
        words = new OfferWords(look);
        groups = look.panel(
                "insets 0, fillx, wrap 6, gap 16u 4u", "[56u!][60u::,grow,fill][right][right][right][60u::,fill]", "");
        rows = look.panel("insets 0, fillx, wrap 4, gap 16u 4u", "[grow,fill][][right][80u::240u,fill]", "");
        verdict = Look.named(look.line("", "strong"), "fairness.verdict", "");
        verdict.setIconTextGap(look.px(8));
        drawn = look.line("", "quiet");
        result = Look.named(look.line("", "strong"), "audit.result", "");
        Look.named(said, "audit.words", look.get("audit.words"));
        typed = Typed.in(said, model::typedWords);
        panel = look.panel(
                "insets 8u, fill, wrap 1, gap 0 8u, hidemode 3",
                "[grow,fill]",
                "[][grow 55,fill][][][grow 45,fill][][]");
        lay();
        Follow.models(panel, this::refresh, model);
    }

    private void lay() {
        panel.add(verdict, "wmin 0");
        panel.add(ScrollBox.around(look, groups), "grow, wmin 0, hmin 0");
        panel.add(
                look.paragraph(look.get("fairness.caveat", FairnessReport.FEWEST), "quiet"),
                look.at("wmin 0, growx, h " + (look.textPercent() > 125 ? 60 : 38) + "u!"));
        JPanel head = look.panel("insets 0, fillx, gap 12u 0", "[][grow,fill][]", "[36u!,fill]");
        head.add(look.heading("audit.title"), "wmin pref");
        head.add(drawn, "wmin 0");
        head.add(look.button("audit.draw", look.get("audit.draw"), "Alt+D", model::drawAnew));
        panel.add(head, "wmin 0");
        panel.add(ScrollBox.around(look, rows), "grow, wmin 0, hmin 0");
        panel.add(result, "wmin 0");
        JPanel acts = look.panel("insets 0, fillx, gap 12u 0", "[][grow,fill][][]", "[36u!,fill]");
        KeyButton order = look.button("audit.inOrder", look.get("audit.inOrder"), "Alt+O", this::inOrder);
        KeyButton wrong = look.button("audit.wrong", look.get("audit.wrong"), "Alt+P", this::wrong);
        acts.add(look.label(look.get("audit.words"), said));
        acts.add(said, look.at("wmin 96u"));
        acts.add(order);
        acts.add(wrong);
        panel.add(acts, "wmin 0");
    }

    private void inOrder() {
        model.find(Finding.IN_ORDER);
    }

    private void wrong() {
        model.find(Finding.WRONG);
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
    public boolean pressed(KeyStroke key) {
        if (key.equals(KeyStroke.getKeyStroke("alt D"))) model.drawAnew();
        else if (key.equals(KeyStroke.getKeyStroke("alt O"))) inOrder();
        else if (key.equals(KeyStroke.getKeyStroke("alt P"))) wrong();
        else return false;
        return true;
    }

    private Locale locale() {
        return words.language();
    }

    private void refresh() {
        verdict.setText(verdict());
        boolean suspicious = model.report().filter(FairnessReport::isSuspicious).isPresent();
        boolean known = model.report().filter(r -> r.grants() > 0).isPresent() && !model.isAway();
        verdict.setIcon(new StateMark(
                !known ? StateMark.Shape.RING : suspicious ? StateMark.Shape.WARNING : StateMark.Shape.FULL,
                !known ? Shade.QUIET : suspicious ? Shade.DANGER : Shade.READY,
                look.px(12)));
        if (!model.report().equals(shownReport)) {
            shownReport = model.report();
            groups.removeAll();
            shownReport.ifPresent(this::draw);
            groups.revalidate();
            groups.repaint();
        }
        drawn.setText(model.draw()
                .map(d -> look.get(
                        "audit.drawn",
                        look.texts().moment(d.at(), time.now()),
                        Long.toUnsignedString(d.seed(), 16),
                        model.items().size()))
                .orElseGet(() -> look.get("audit.none")));
        if (!model.items().equals(shownItems)) items();
        if (model.chosen() * 4 < rows.getComponentCount())
            ((JRadioButton) rows.getComponent(model.chosen() * 4)).setSelected(true);
        typed.show(model.words());
        result.setText(model.last().map(r -> look.texts().stateWord(r)).orElse(""));
        result.setVisible(!result.getText().isEmpty());
    }

    private String verdict() {
        if (model.isAway()) return look.get("grants.away");
        return model.report()
                .map(r -> r.grants() == 0
                        ? look.get("fairness.nothing", model.days())
                        : look.get(
                                r.isSuspicious() ? "fairness.suspicious" : "fairness.alike", model.days(), r.grants()))
                .orElse("");
    }

    private void draw(FairnessReport report) {
        for (String head : List.of(
                "",
                look.get("fairness.group"),
                look.get("fairness.grants"),
                look.get("fairness.mean"),
                look.get("fairness.difference"),
                look.get("fairness.found"))) groups.add(look.line(head, "quiet"), "wmin 0");
        report.groups().forEach((cut, all) -> {
            boolean first = true;
            for (Group group : all) {
                groups.add(look.line(first ? look.texts().stateWord(cut) : "", "strong"), "wmin 0");
                first = false;
                groups.add(look.line(name(cut, group.name()), ""), "wmin 0");
                groups.add(figure(Integer.toString(group.grants()), ""));
                groups.add(figure(group.mean().shown(locale()), ""));
                groups.add(figure(difference(group), ""));
                var found = look.line(look.texts().stateWord(group.verdict()), "");
                boolean other = group.verdict() == Verdict.MORE || group.verdict() == Verdict.LESS;
                Look.shaded(found, other ? Shade.DANGER : Shade.QUIET);
                groups.add(found, "wmin 0");
            }
        });
    }

    private String name(Cut cut, String name) {
        if (name.isBlank()) return look.get("fairness.unknown");
        return switch (cut) {
            case TYPE -> look.texts().word(CustomerType.valueOf(name));
            case TIER -> look.texts().word(Tier.valueOf(name));
            case REGION -> name;
        };
    }

    private static String difference(Group group) {
        return group.grants() < 2
                ? "–"
                : String.format(Locale.ROOT, "%+.2f  (%+.2f … %+.2f)", group.difference(), group.low(), group.high());
    }

    private void items() {
        shownItems = model.items();
        rows.removeAll();
        var group = new ButtonGroup();
        for (int i = 0; i < shownItems.size(); i++) {
            Audits.Item item = shownItems.get(i);
            int place = i;
            var radio =
                    new JRadioButton((i + 1) + "  " + words.kind(item.grant().kind()) + " · "
                            + look.texts().word(item.grant().severity()) + " → " + model.name(item.grant(), locale()));
            radio.setOpaque(false);
            Look.named(radio, "audit." + i, radio.getText());
            radio.addActionListener(e -> model.choose(place));
            group.add(radio);
            rows.add(radio, "wmin 0");
            rows.add(figure(look.texts().moment(item.grant().asked(), time.now()), "quiet"));
            rows.add(figure(item.grant().value().shown(locale()), "strong"));
            String found = item.finding().map(look.texts()::stateWord).orElse(look.get("audit.open"));
            rows.add(look.line(item.words().isBlank() ? found : found + " · " + item.words(), ""), "wmin 0");
        }
        rows.revalidate();
        rows.repaint();
    }

    private TextLine figure(String text, String styles) {
        TextLine figure = look.figure(styles);
        figure.setText(text);
        return figure;
    }
}
