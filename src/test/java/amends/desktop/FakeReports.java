package amends.desktop;

import amends.kernel.SettableTime;
import amends.kernel.StoreUnavailable;
import amends.kernel.Transactions;
import amends.report.Cut;
import amends.report.Figure;
import amends.report.Reporting;
import amends.report.Span;
import amends.report.Tallies;
import amends.report.Tally;
import amends.report.pdf.PdfPaper;
import amends.report.spreadsheet.XlsxPaper;
import amends.staff.AuditEntry;
import amends.staff.AuditTrail;
import amends.staff.Improvement;
import amends.staff.ImprovementBox;
import amends.staff.Improvements;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Figures of a middling house, and suggestions kept in memory. */
public final class FakeReports implements Tallies, Improvements, AuditTrail, Transactions {
    public final Map<UUID, Improvement> improvements = new LinkedHashMap<>();
    public boolean away;
    public boolean empty;
    public int counted;
    public Path folder = Path.of("target");
    private final SettableTime time;
    public final FakeCases cases;

    public FakeReports(SettableTime time) {
        this.time = time;
        cases = new FakeCases(this, time);
    }

    public ReportPorts port(StaffMember member) {
        var reporting = Optional.of(member)
                .filter(Permission.SEE_OWN_FIGURES::isGivenTo)
                .map(m -> new Reporting(m, this, ZoneId.of("Asia/Shanghai"), time));
        return new ReportPorts(
                reporting,
                List.of(new XlsxPaper(), new PdfPaper()),
                folder,
                ZoneId.of("Asia/Shanghai"),
                Currency.getInstance("CNY"),
                box(member),
                cases.filing(member),
                cases.approval(member));
    }

    public ImprovementBox box(StaffMember member) {
        return new ImprovementBox(member, this, this, this, time);
    }

    @Override
    public List<Tally> count(Figure figure, List<Span> spans, Optional<Cut> cut, Optional<UUID> of, Instant now) {
        if (away) throw new StoreUnavailable("away", null);
        counted++;
        var tallies = new ArrayList<Tally>();
        if (empty) return tallies;
        for (int span = 0; span < spans.size(); span++) {
            List<String> groups = cut.map(FakeReports::groups).orElse(List.of(""));
            for (int g = 0; g < groups.size(); g++) tallies.add(tally(figure, span, groups.get(g), g, cut.isPresent()));
        }
        return tallies;
    }

    private static List<String> groups(Cut cut) {
        return switch (cut) {
            case TYPE -> List.of("EXPRESSIVE", "RESERVED", "");
            case TIER -> List.of("REGULAR", "GOLD", "VIP", "");
            case CHANNEL -> List.of("CALL", "LOW_SCORE", "EMAIL", "LETTER");
            case QUEUE -> List.of("support", "sales");
            case AGENT -> List.of(new UUID(1, 1001).toString(), new UUID(1, 1002).toString());
            case BRANCH -> List.of("上海陆家嘴支行", "信用卡中心", "杭州分行西湖文化广场支行", "苏州园区支行", "");
            case CAUSE -> List.of("重复扣款", "退款延迟", "排队过久", "");
        };
    }

    /** A little better from week to week, smaller from group to group; the last but one group too small to be shown. */
    private static Tally tally(Figure figure, int span, String group, int place, boolean cut) {
        long cases = cut ? Math.max(3, 150 >> place * 2) : 160 + span * 7L;
        long persons = Math.max(2, cases * 3 / 4);
        double better = 0.006 * span * (1 + Math.sin(figure.ordinal() + span)) - 0.05 * place;
        return switch (figure.kind()) {
            case SHARE -> {
                double share = figure == Figure.REOPENED ? 0.11 - better : 0.74 + better;
                yield new Tally(span, group, cases, persons, Math.round(cases * share), 0, 0, 0, 0, 0);
            }
            case SCORE -> of(span, group, cases, persons, 3.9 + better * 4, 1.1, 0);
            case LIFT -> of(span, group, cases, persons, 1.6 + better * 6, 1.3, 2.1);
            case TIME -> {
                double hours = 30 - better * 120;
                yield new Tally(span, group, cases, persons, 0, 0, hours * 1800, hours * 3600, hours * 6900, 0);
            }
            case COUNT -> of(span, group, cases * 9, persons * 7, 1, 0, 0);
            case MONEY -> of(span, group, cases, persons, 2650 - better * 9000, 2100, 0);
        };
    }

    private static Tally of(
            int span, String group, long cases, long persons, double mean, double deviation, double before) {
        double squares = cases * mean * mean + (cases - 1) * deviation * deviation;
        return new Tally(span, group, cases, persons, cases * mean, squares, 0, 0, 0, cases * before);
    }

    /** What stands in the list on an ordinary morning. */
    public FakeReports inAnOrdinaryMorning(UUID agent, UUID lead) {
        put(
                1,
                agent,
                "CALL",
                "还款被重复扣款的案例每周都有几个，建议在来电时直接显示最近两笔扣款流水。\n现在要到另一个系统里查。",
                Improvement.State.ACCEPTED,
                "已列入下月改造",
                lead);
        put(2, agent, "AMENDS", "投诉单转网点后，看不到网点处理到哪一步。", Improvement.State.FILED, "", null);
        put(3, lead, "TEAM", "大屏上把最久等待放到第一格。", Improvement.State.DONE, "1 月 2 日已上线", lead);
        put(4, agent, "REPORTS", "Show the reopen rate by product as well.", Improvement.State.CONSIDERED, "", lead);
        put(5, agent, "DESK", "每通电话后自动播放音乐。", Improvement.State.DECLINED, "话后处理需要安静的环境", lead);
        return this;
    }

    private void put(int n, UUID by, String screen, String what, Improvement.State state, String answer, UUID decider) {
        Instant at = time.now().minusSeconds(n * 90_000L);
        var id = new UUID(40, n);
        improvements.put(
                id,
                new Improvement(
                        id, by, at, screen, what, Optional.empty(), state, answer, Optional.ofNullable(decider), at));
    }

    @Override
    public boolean add(Improvement improvement) {
        return improvements.putIfAbsent(improvement.id(), improvement) == null;
    }

    @Override
    public boolean change(Improvement now, Improvement.State expected) {
        if (improvements.get(now.id()).state() != expected) return false;
        improvements.put(now.id(), now);
        return true;
    }

    @Override
    public Optional<Improvement> byId(UUID id) {
        return Optional.ofNullable(improvements.get(id));
    }

    @Override
    public List<Improvement> ofMember(UUID member, int most) {
        return all(most).stream().filter(i -> i.by().equals(member)).toList();
    }

    @Override
    public List<Improvement> all(int most) {
        return improvements.values().stream()
                .sorted(Comparator.comparing((Improvement i) -> !i.state().isOpen())
                        .thenComparing(Improvement::at))
                .toList();
    }

    @Override
    public int forget(Collection<UUID> contacts, UnaryOperator<String> without) {
        return 0;
    }

    @Override
    public <T> T call(Supplier<T> work) {
        if (away) throw new StoreUnavailable("away", null);
        return work.get();
    }

    @Override
    public void add(AuditEntry entry) {}

    @Override
    public boolean has(UUID entry) {
        return false;
    }

    @Override
    public int actsSince(UUID member, java.util.Set<amends.staff.Permission> acts, Instant since) {
        return 0;
    }

    @Override
    public List<AuditEntry> about(UUID whom, int most) {
        return List.of();
    }

    @Override
    public List<AuditEntry> latest(int most) {
        return List.of();
    }
}
