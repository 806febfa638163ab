package amends.desktop.readiness;

import amends.desktop.Page;
import amends.desktop.look.Follow;
import amends.desktop.look.KeyButton;
import amends.desktop.look.Look;
import amends.desktop.look.RowTable;
import amends.desktop.look.RowTable.Column;
import amends.desktop.look.ScrollBox;
import amends.desktop.look.Shade;
import amends.desktop.look.StateMark;
import amends.desktop.look.TextLine;
import amends.kernel.Timekeeper;
import amends.readiness.Plan;
import amends.readiness.PlanRun;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.swing.JPanel;
import javax.swing.KeyStroke;

/** The plans: a list, the one that is read or written, the switch, and what each time did. */
public final class PlansPage implements Page {
    private final Look look;
    private final PlansModel model;
    private final Timekeeper time;
    private final JPanel panel;
    private final RowTable<Plan> list;
    private final RowTable<PlanRun> runs;
    private final PlanForm form;
    private final TextLine remark;
    private final KeyButton fresh;
    private final KeyButton save;
    private final KeyButton on;
    private final KeyButton off;
    private final KeyButton retire;
    private Optional<Plan> drawn = Optional.empty();
    private boolean refreshing;

    public PlansPage(Look look, PlansModel model, Timekeeper time) {
        this.look = look;
        this.model = model;
        this.time = time;
        list = new RowTable<>(
                look,
                List.of(
                        new Column<>(look.get("plan.title"), p -> p.title(), p -> mark(p), 160, false, 0),
                        Column.text(look.get("plan.state"), p -> look.texts().word(p.state()), 64, 1)));
        Look.named(list, "plan.list", look.get("plan.list"));
        runs = new RowTable<>(look, runColumns());
        Look.named(runs, "plan.runs", look.get("plan.runs"));
        form = new PlanForm(look);
        remark = Look.named(look.line("", ""), "plan.remark", "");
        fresh = look.button("plan.new", look.get("plan.new"), "Ctrl+N", model::writeNew);
        save = look.button("plan.save", look.get("plan.save"), "Ctrl+S", this::save);
        on = look.button("plan.on", look.get("plan.on"), "Ctrl+Enter", this::switchOn);
        Look.styled(on, "main");
        off = look.button("plan.off", look.get("plan.off"), "Ctrl+Enter", model::switchOff);
        Look.styled(off, "main");
        retire = look.button("plan.retire", look.get("plan.retire"), "", model::retire);
        panel = look.panel(
                "insets 8u 0 0 0, fill, gap 16u 6u, hidemode 3",
                "[200u:240u:260u,fill][grow,fill]",
                "[grow,fill][32u!][18u!][:108u:132u,fill]");
        lay();
        list.getSelectionModel().addListSelectionListener(e -> {
            if (!refreshing && list.chosen() != null) model.choose(list.chosen().id());
        });
        Follow.models(panel, this::refresh, model);
    }

    private void lay() {
        panel.add(look.scroll(list), "cell 0 0, hmin 0, wmin 0");
        panel.add(fresh, "cell 0 1, growx");
        panel.add(ScrollBox.around(look, form.panel()), "cell 1 0, wmin 0, hmin 0");
        JPanel buttons = look.panel("insets 0, gap 8u 0, filly, hidemode 3", "[][][]push[]", "[grow,fill]");
        buttons.add(save);
        buttons.add(on, look.at("wmin 110u"));
        buttons.add(off, look.at("wmin 110u"));
        buttons.add(retire);
        panel.add(buttons, "cell 1 1, growx, wmin 0");
        panel.add(remark, "cell 0 2, span 2, growx, wmin 0");
        panel.add(look.scroll(runs), look.at("cell 0 3, span 2, grow, wmin 0, hmin 72u"));
    }

    private StateMark mark(Plan plan) {
        return plan.isOn()
                ? new StateMark(StateMark.Shape.WARNING, Shade.HOLD, look.px(12))
                : new StateMark(StateMark.Shape.RING, Shade.QUIET, look.px(12));
    }

    private List<Column<PlanRun>> runColumns() {
        return List.of(
                Column.text(look.get("plan.runs"), PlanRun::title, 160, 0),
                Column.text(look.get("plan.run.on"), r -> look.texts().moment(r.on(), time.now()), 96, 1),
                Column.text(look.get("plan.run.length"), this::length, 96, 2),
                Column.figure(look.get("plan.run.calls"), r -> "" + r.calls(), 64, 0),
                Column.figure(look.get("plan.run.answered"), r -> "" + r.answered(), 72, 3),
                Column.figure(look.get("plan.run.granted"), r -> "" + r.granted(), 72, 4),
                Column.figure(look.get("plan.run.notices"), r -> "" + r.notices(), 72, 1),
                Column.figure(look.get("plan.run.sent"), r -> "" + r.sent(), 64, 5),
                Column.figure(look.get("plan.run.failed"), r -> "" + r.failed(), 64, 3));
    }

    private String length(PlanRun run) {
        Duration length = Duration.between(run.on(), run.off().orElse(time.now()));
        String words = length.toMinutes() < 60
                ? look.get("span.minutes", Math.max(0, length.toMinutes()))
                : look.get("plan.hours", "%.1f".formatted(length.toMinutes() / 60.0));
        return run.off().isPresent() ? words : look.get("plan.run.still", words);
    }

    private void refresh() {
        refreshing = true;
        list.show(model.plans());
        model.chosen().flatMap(this::listed).ifPresent(list::choose);
        refreshing = false;
        runs.show(model.runs());
        model.chosen().filter(plan -> drawn.filter(plan::equals).isEmpty()).ifPresent(plan -> {
            drawn = Optional.of(plan);
            form.show(plan, model.maySwitch());
        });
        form.panel().setVisible(model.chosen().isPresent());
        remark.setText(remarks());
        Look.shaded(remark, model.refused().isPresent() || model.isAway() ? Shade.DANGER : Shade.QUIET);
        boolean may = model.maySwitch() && model.chosen().isPresent();
        boolean isOn = model.chosen().filter(Plan::isOn).isPresent();
        fresh.setVisible(model.maySwitch());
        save.setVisible(may);
        on.setVisible(may && !isOn);
        off.setVisible(may && isOn);
        retire.setVisible(
                may && !isOn && model.chosen().filter(p -> p.version() > 0).isPresent());
        on.setEnabled(model.chosen()
                .filter(p -> p.version() > 0 && p.state() == Plan.State.PREPARED)
                .isPresent());
    }

    private Optional<Plan> listed(Plan plan) {
        return model.plans().stream().filter(p -> p.id().equals(plan.id())).findFirst();
    }

    private String remarks() {
        if (model.isAway()) return look.get("plan.away");
        if (model.refused().isPresent())
            return look.texts().word(model.refused().get());
        if (model.isSaved()) return look.get("plan.saved");
        return model.plans().isEmpty() ? look.get(model.maySwitch() ? "plan.none" : "plan.noneHere") : "";
    }

    private void save() {
        model.chosen().ifPresent(plan -> model.save(form.read(plan)));
    }

    private void switchOn() {
        model.chosen().ifPresent(plan -> model.switchOn(form.read(plan)));
    }

    @Override
    public JPanel panel() {
        return panel;
    }

    @Override
    public void shown(boolean now) {
        model.shown(now);
    }

    @Override
    public void focus() {
        list.requestFocusInWindow();
    }

    @Override
    public boolean pressed(KeyStroke key) {
        if (!model.maySwitch()) return false;
        if (key.equals(KeyStroke.getKeyStroke("ctrl N"))) {
            model.writeNew();
            form.focus();
        } else if (key.equals(KeyStroke.getKeyStroke("ctrl S"))) save();
        else if (key.equals(KeyStroke.getKeyStroke("ctrl ENTER"))) {
            if (off.isVisible()) off.doClick();
            else if (on.isEnabled()) on.doClick();
        } else return false;
        return true;
    }
}
