package amends.desktop.compensation;

import amends.compensation.AuditDraw;
import amends.compensation.Auditing;
import amends.compensation.Audits;
import amends.compensation.Audits.Finding;
import amends.compensation.CompensationPolicy;
import amends.compensation.FairnessReport;
import amends.compensation.Grant;
import amends.desktop.DesktopPorts;
import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.kernel.Timekeeper;
import amends.staff.StaffMember;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether all were given alike, and what the audit found. */
public final class FairnessModel extends PresentationModel {
    private static final Duration LOOKED_BACK = Duration.ofDays(90);
    private static final int DRAWN = 10;
    private final DesktopPorts.Amending ports;
    private final DesktopPorts.Oversight oversight;
    private final StaffMember member;
    private final PostingWork work;
    private final Timekeeper time;
    private Optional<FairnessReport> report = Optional.empty();
    private Optional<CompensationPolicy> policy = Optional.empty();
    private Optional<AuditDraw> draw = Optional.empty();
    private List<Audits.Item> items = List.of();
    private int chosen;
    private String words = "";
    private boolean away;
    private Optional<Auditing.Result> last = Optional.empty();

    private record Found(
            CompensationPolicy policy, FairnessReport report, Optional<AuditDraw> draw, List<Audits.Item> items) {}

    public FairnessModel(
            DesktopPorts.Amending ports,
            DesktopPorts.Oversight oversight,
            StaffMember member,
            PostingWork work,
            Timekeeper time) {
        this.ports = ports;
        this.oversight = oversight;
        this.member = member;
        this.work = work;
        this.time = time;
    }

    public Optional<FairnessReport> report() {
        return report;
    }

    /** Days that the report looks back. */
    public int days() {
        return (int) LOOKED_BACK.toDays();
    }

    public Optional<AuditDraw> draw() {
        return draw;
    }

    /** What was given, as the policy calls it. */
    public String name(Grant grant, Locale language) {
        return policy.flatMap(p -> p.option(grant.option()))
                .map(o -> o.name().in(language))
                .orElse(grant.option());
    }

    public List<Audits.Item> items() {
        return items;
    }

    public int chosen() {
        return chosen;
    }

    public void choose(int item) {
        if (item == chosen || item < 0 || item >= items.size()) return;
        chosen = item;
        changed();
    }

    public String words() {
        return words;
    }

    public void typedWords(String text) {
        words = text;
    }

    public boolean isAway() {
        return away;
    }

    public Optional<Auditing.Result> last() {
        return last;
    }

    /** Draws a new list by lot. */
    public void drawAnew() {
        work.ask(
                () -> oversight.auditing().draw(member, time.now().minus(LOOKED_BACK), DRAWN),
                drawn -> load(),
                failed -> isAway(true));
    }

    public void find(Finding finding) {
        if (chosen >= items.size() || draw.isEmpty()) return;
        Audits.Item item = items.get(chosen);
        work.ask(
                () -> oversight.auditing().find(member, draw.get().id(), item.grant(), finding, words),
                result -> {
                    last = Optional.of(result);
                    if (result == Auditing.Result.DONE) {
                        words = "";
                        if (chosen + 1 < items.size()) chosen++;
                        load();
                    } else changed();
                },
                failed -> isAway(true));
    }

    public void load() {
        work.ask(
                () -> {
                    Optional<AuditDraw> latest = oversight.auditing().latest();
                    List<Audits.Item> all =
                            latest.map(d -> oversight.auditing().items(d.id())).orElse(List.of());
                    return new Found(
                            ports.offering().policy(),
                            oversight.report().apply(time.now().minus(LOOKED_BACK)),
                            latest,
                            all);
                },
                found -> {
                    policy = Optional.of(found.policy());
                    report = Optional.of(found.report());
                    draw = found.draw();
                    items = found.items();
                    chosen = Math.min(chosen, Math.max(0, items.size() - 1));
                    away = false;
                    changed();
                },
                failed -> isAway(true));
    }

    private void isAway(boolean now) {
        away = now;
        changed();
    }
}
