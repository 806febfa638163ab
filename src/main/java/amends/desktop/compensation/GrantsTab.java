package amends.desktop.compensation;

import amends.compensation.CompensationPolicy;
import amends.compensation.Grant;
import amends.compensation.Granting;
import amends.compensation.PolicyRow;
import amends.desktop.Page;
import amends.desktop.look.Follow;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.look.ScrollBox;
import amends.desktop.look.Shade;
import amends.desktop.look.StateMark;
import amends.desktop.look.TextLine;
import amends.desktop.look.Typed;
import amends.kernel.Money;
import amends.kernel.Timekeeper;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.swing.ButtonGroup;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JRadioButton;
import javax.swing.JTextField;
import javax.swing.KeyStroke;

/** Approvals, budget and policy as a tab of the amends page. */
public final class GrantsTab implements Page {
    private final Look look;
    private final GrantsModel model;
    private final Timekeeper time;
    private final OfferWords words;
    private final JPanel panel;
    private final JPanel rows;
    private final JPanel policy;
    private final TextLine remark;
    private final TextLine about;
    private final TextLine budget;
    private final JProgressBar bar = new JProgressBar(0, 1000);
    private final JTextField reason = new JTextField();
    private final Typed typed;
    private final KeyButton approve;
    private final KeyButton refuse;
    private final KeyButton withdraw;
    private ButtonGroup group = new ButtonGroup();
    private List<Grant> drawn = List.of();
    private Optional<CompensationPolicy> drawnPolicy = Optional.empty();

    public GrantsTab(Look look, GrantsModel model, Timekeeper time) {
        this.look = look;
        this.model = model;
        this.time = time;
        words = new OfferWords(look);
        approve = look.button("grants.approve", look.get("grants.approve"), "Ctrl+Enter", model::approve);
        Look.styled(approve, "main");
        refuse = look.button("grants.refuse", look.get("grants.refuse"), "Alt+R", this::refuse);
        withdraw = look.button("grants.withdraw", look.get("grants.withdraw"), "Alt+W", model::withdraw);
        rows = look.panel("insets 0, fillx, wrap 6, gap 12u 4u", "[grow,fill][][right][][][]", "");
        policy = look.panel(
                "insets 0, fillx, wrap 3, gap 16u 4u",
                "[::" + (look.textPercent() > 125 ? 200 : 300) + "u,fill][right][0px:0px:,grow,fill]",
                "");
        remark = look.line("", "quiet");
        about = Look.named(look.line("", "strong"), "grants.last", "");
        budget = Look.named(look.figure(""), "grants.budget", "");
        Look.named(bar, "grants.bar", look.get("grants.budgetTitle"));
        Look.named(reason, "grants.reason", look.get("grants.reason"));
        typed = Typed.in(reason, model::typedReason);
        panel = look.panel(
                "insets 8u, fill, wrap 1, gap 0 8u, hidemode 3",
                "[grow,fill]",
                "[][grow 60,fill][][][][][grow 40,fill]");
        lay();
        Follow.models(panel, this::refresh, model);
    }

    private void lay() {
        JPanel head =
                look.panel("insets 0, fillx, gap 12u 0", "[][grow,fill][60u:200u:280u,fill,shrinkprio 200]", "[24u!]");
        head.add(look.heading("grants.title"), "wmin pref");
        head.add(budget);
        head.add(bar, look.at("h 10u!"));
        panel.add(head, "wmin 0");
        panel.add(ScrollBox.around(look, rows), "grow, wmin 0, hmin 0");
        panel.add(remark, "wmin 0");
        panel.add(about, "wmin 0");
        JPanel acts = look.panel("insets 0, fillx, gap 12u 0, hidemode 3", "[][grow,fill][][][]", "[36u!,fill]");
        acts.add(look.label(look.get("grants.reason"), reason));
        acts.add(reason, look.at("wmin 96u"));
        acts.add(withdraw);
        acts.add(refuse);
        acts.add(approve);
        panel.add(acts, "wmin 0");
        panel.add(look.heading("grants.policy"), "wmin 0");
        panel.add(ScrollBox.around(look, policy), "grow, wmin 0, hmin 0");
    }

    @Override
    public JPanel panel() {
        return panel;
    }

    @Override
    public void shown(boolean now) {
        model.show(now);
    }

    @Override
    public void focus() {
        rows.requestFocusInWindow();
    }

    @Override
    public boolean pressed(KeyStroke key) {
        if (key.equals(KeyStroke.getKeyStroke("ctrl ENTER"))) model.approve();
        else if (key.equals(KeyStroke.getKeyStroke("alt R"))) refuse();
        else if (key.equals(KeyStroke.getKeyStroke("alt W"))) model.withdraw();
        else return false;
        return true;
    }

    private void refuse() {
        if (!model.refuse()) reason.requestFocusInWindow();
    }

    private Locale locale() {
        return words.language();
    }

    private void refresh() {
        List<Grant> grants = model.rows();
        if (!grants.equals(drawn)) draw(grants);
        select();
        remark.setText(model.isAway() ? look.get("grants.away") : look.get("grants.none"));
        remark.setVisible(model.isAway() || grants.isEmpty());
        typed.show(model.reason());
        approve.setEnabled(model.mayDecide());
        refuse.setEnabled(model.mayDecide());
        withdraw.setEnabled(model.mayWithdraw());
        approve.setVisible(model.mayApprove());
        refuse.setVisible(model.mayApprove());
        about.setText(model.last().map(this::word).orElse(""));
        about.setVisible(!about.getText().isEmpty());
        model.policy().ifPresent(this::budget);
        if (!model.policy().equals(drawnPolicy)) {
            drawnPolicy = model.policy();
            policy.removeAll();
            drawnPolicy.ifPresent(p -> p.rows().forEach(row -> add(p, row)));
            policy.revalidate();
        }
    }

    private String word(Granting.Result result) {
        return switch (result) {
            case Granting.Result.Refused(var why) -> look.texts().stateWord(why);
            case Granting.Result.Given(var grant) -> look.texts().stateWord(grant.state());
            case Granting.Result.Waiting(var grant, var many) -> look.texts().stateWord(grant.state());
            case Granting.Result.Ended(var grant) -> look.texts().stateWord(grant.state());
        };
    }

    private void budget(CompensationPolicy p) {
        long spent = model.budget().map(pot -> pot.spent()).orElse(0L);
        long amount = model.budget()
                .map(pot -> pot.amount())
                .orElse(p.budget().amount().minor());
        budget.setText(look.get(
                "grants.spent",
                p.periodAt(time.now()),
                new Money(spent, p.currency()).shown(locale()),
                new Money(amount, p.currency()).shown(locale()),
                new Money(amount - spent, p.currency()).shown(locale())));
        bar.setValue(amount == 0 ? 0 : (int) (1000 * spent / amount));
    }

    private void draw(List<Grant> grants) {
        drawn = grants;
        rows.removeAll();
        group = new ButtonGroup();
        for (Grant grant : grants) {
            var radio = new JRadioButton(what(grant));
            radio.setOpaque(false);
            Look.named(radio, "grant." + grant.id(), what(grant));
            radio.addActionListener(e -> model.choose(Optional.of(grant.id())));
            group.add(radio);
            rows.add(radio, "wmin 0");
            rows.add(look.line(kind(grant) + " · " + look.texts().word(grant.severity()), ""));
            rows.add(figure(grant.value().shown(locale()), "strong"));
            rows.add(look.line(who(grant), ""));
            rows.add(look.line(look.texts().moment(grant.asked(), time.now()), "quiet"));
            var state = look.line(state(grant), "");
            state.setIcon(mark(grant));
            rows.add(state);
        }
        rows.revalidate();
        rows.repaint();
    }

    private void select() {
        Optional<UUID> chosen = model.chosen().map(Grant::id);
        if (chosen.isEmpty()) group.clearSelection();
        for (var each : rows.getComponents())
            if (each instanceof JRadioButton radio
                    && chosen.filter(id -> radio.getName().equals("grant." + id))
                            .isPresent()) radio.setSelected(true);
    }

    private String what(Grant grant) {
        String name = model.policy()
                .flatMap(p -> p.option(grant.option()))
                .map(o -> o.name().in(locale()))
                .orElse(grant.option());
        return grant.words().isBlank() ? name : name + " · " + grant.words();
    }

    private String kind(Grant grant) {
        return words.kind(grant.kind());
    }

    private String who(Grant grant) {
        return model.isMine(grant) ? look.get("grants.mine") : model.name(grant.asker());
    }

    private String state(Grant grant) {
        String word = look.texts().stateWord(grant.state());
        String by = grant.approvals().stream().map(model::name).collect(Collectors.joining(", "));
        String more = grant.reason().isBlank() ? by : grant.reason();
        return more.isBlank() ? word : word + " · " + more;
    }

    private StateMark mark(Grant grant) {
        return switch (grant.state()) {
            case PENDING, SECONDED -> new StateMark(StateMark.Shape.RING, Shade.HOLD, look.px(12));
            case GRANTED -> new StateMark(StateMark.Shape.FULL, Shade.READY, look.px(12));
            case REFUSED, WITHDRAWN, EXPIRED -> new StateMark(StateMark.Shape.WARNING, Shade.QUIET, look.px(12));
        };
    }

    private void add(CompensationPolicy p, PolicyRow row) {
        String failures = row.failures().isEmpty()
                ? look.get("grants.any")
                : row.failures().stream()
                        .sorted()
                        .map(words::kind)
                        .collect(Collectors.joining(look.get("grants.comma")));
        String severities = row.severities().stream()
                .sorted()
                .map(look.texts()::word)
                .collect(Collectors.joining(look.get("grants.comma")));
        policy.add(look.line(failures + (severities.isEmpty() ? "" : " · " + severities), ""), "wmin 0");
        policy.add(figure(span(row), "strong"));
        policy.add(
                look.line(
                        row.options().stream().map(o -> o.name().in(locale())).collect(Collectors.joining("  |  ")),
                        "quiet"),
                "wmin 0");
    }

    private TextLine figure(String text, String styles) {
        TextLine figure = look.figure(styles);
        figure.setText(text);
        return figure;
    }

    private String span(PolicyRow row) {
        String least = row.floor().shown(locale());
        return row.floor().equals(row.limit())
                ? least
                : least + " – " + row.limit().shown(locale());
    }
}
