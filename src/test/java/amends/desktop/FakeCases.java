package amends.desktop;

import amends.kernel.SettableTime;
import amends.knowledge.ArticleDraft;
import amends.knowledge.ArticleDrafts;
import amends.knowledge.DraftApproval;
import amends.recovery.CaseFiling;
import amends.recovery.CaseLibrary;
import amends.recovery.CaseWords;
import amends.recovery.Recovered;
import amends.recovery.RecoveryCase;
import amends.recovery.Severity;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Cases in memory. */
public final class FakeCases implements CaseLibrary, ArticleDrafts {
    public final List<Recovered> candidates = new ArrayList<>();
    public final List<RecoveryCase> told = new ArrayList<>();
    public final List<ArticleDraft> waiting = new ArrayList<>();
    private final FakeReports house;
    private final SettableTime time;

    FakeCases(FakeReports house, SettableTime time) {
        this.house = house;
        this.time = time;
    }

    Optional<CaseFiling> filing(StaffMember member) {
        if (!Permission.FILE_CASE.isGivenTo(member)) return Optional.empty();
        var books = new CaseFiling.Books(this, () -> List.of("李敏", "赵倩"), c -> {}, house, house);
        return Optional.of(new CaseFiling(member, books, time));
    }

    DraftApproval approval(StaffMember member) {
        return new DraftApproval(member, this, new amends.knowledge.ArticlesInMemory(), house, house, time);
    }

    public FakeCases inAnOrdinaryMorning() {
        candidates.add(recovered(
                1042,
                "还款被重复扣款",
                "王建国（138 0013 8000）10/3 还款被扣了两笔，共 536.68 元，要求当天退回。",
                "李敏核对流水后当天退回 268.34 元，赵倩回电致歉，补偿 500 积分。",
                1,
                5));
        candidates.add(recovered(1051, "退款迟到五天", "张女士的退款过了 5 个工作日没有到账。", "联系信用卡中心加急，第二天到账。", 2, 4));
        told.add(new RecoveryCase(
                new UUID(50, 1),
                LocalDate.of(2025, 12, 20),
                new CaseWords(
                        "排队 20 分钟后放弃，主动回电", "客户排队很久没有接通，改天再打仍要等。", "15 分钟内主动回电，先致歉再办业务，给 1000 积分。", "回电前先看清上次为什么来电。"),
                List.of("GAVE_UP"),
                "排队过久",
                Severity.MODERATE,
                Optional.of(1),
                5));
        return this;
    }

    private static Recovered recovered(int number, String subject, String what, String answer, int before, int after) {
        return new Recovered(
                new UUID(51, number),
                number,
                "王建国",
                subject,
                what,
                answer,
                "重复扣款",
                Severity.MODERATE,
                List.of(),
                Optional.of(before),
                after);
    }

    @Override
    public List<Recovered> candidates(Optional<UUID> of, int most) {
        return candidates;
    }

    @Override
    public boolean claim(UUID complaint, boolean made) {
        return candidates.removeIf(c -> c.complaint().equals(complaint));
    }

    @Override
    public void add(RecoveryCase one) {
        told.add(one);
    }

    @Override
    public List<RecoveryCase> latest(int most) {
        return told;
    }

    @Override
    public void add(ArticleDraft draft) {
        waiting.add(draft);
    }

    @Override
    public List<ArticleDraft> waiting(int most) {
        return waiting;
    }

    @Override
    public Optional<ArticleDraft> waiting(UUID id) {
        return waiting.stream().filter(d -> d.id().equals(id)).findFirst();
    }

    @Override
    public boolean decide(UUID id, boolean published, UUID by, Instant at, String reason) {
        return waiting.removeIf(d -> d.id().equals(id));
    }
}
