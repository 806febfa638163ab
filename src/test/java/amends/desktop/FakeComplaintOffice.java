package amends.desktop;

import amends.kernel.Money;
import amends.kernel.PhoneNumber;
import amends.kernel.SettableTime;
import amends.personality.Advice;
import amends.recovery.Assessment;
import amends.recovery.Callback;
import amends.recovery.CallbackAttempt;
import amends.recovery.CallbackCard;
import amends.recovery.CallbackChange;
import amends.recovery.CallbackFile;
import amends.recovery.CallbackOffer;
import amends.recovery.CallbackOutcome;
import amends.recovery.CallbackTask;
import amends.recovery.CaseFile;
import amends.recovery.Complaint;
import amends.recovery.Complaint.Source;
import amends.recovery.Complaint.State;
import amends.recovery.ComplaintClock;
import amends.recovery.ComplaintClocks;
import amends.recovery.ComplaintClocks.Timing;
import amends.recovery.ComplaintDeed;
import amends.recovery.ComplaintDetail;
import amends.recovery.ComplaintDetail.Possible;
import amends.recovery.ComplaintEvent;
import amends.recovery.ComplaintEvent.Act;
import amends.recovery.ComplaintOffice;
import amends.recovery.ComplaintOutcome;
import amends.recovery.ComplaintScheme;
import amends.recovery.ComplaintSchemeReader;
import amends.recovery.Complaints.Weakness;
import amends.recovery.Dispatch;
import amends.recovery.Expectation;
import amends.recovery.PreferredHours;
import amends.recovery.Severity;
import amends.staff.Role;
import amends.staff.StaffMember;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Complaints of an ordinary week, in memory. */
public final class FakeComplaintOffice implements ComplaintOffice {
    public static final UUID LI = new UUID(1, 1001);
    public static final StaffMember WANG_FANG =
            new StaffMember(new UUID(1, 1002), "1002", "王芳", "1002", Set.of(Role.AGENT));
    public static final StaffMember CHEN_JING =
            new StaffMember(new UUID(1, 1005), "1005", "陈静", "1005", Set.of(Role.EXPERT));
    private static final Map<UUID, String> NAMES = Map.of(LI, "李敏", WANG_FANG.id(), "王芳", CHEN_JING.id(), "陈静");

    public final Map<UUID, ComplaintDetail> kept = new LinkedHashMap<>();
    public final Map<UUID, CallbackCard> cards = new LinkedHashMap<>();
    public final List<ComplaintDeed> done = new ArrayList<>();
    public boolean seesAll;
    public boolean away;
    public Optional<ComplaintOutcome> next = Optional.empty();
    private final SettableTime time;

    public FakeComplaintOffice(SettableTime time) {
        this.time = time;
    }

    /** Late, dispatched, fresh, answered, asked after a week. */
    public FakeComplaintOffice ofAnOrdinaryWeek() {
        Instant now = time.now();
        add(1042, "王建国", "还款被重复扣款", State.UNDER_INVESTIGATION, LI, now.minus(Duration.ofDays(4)), -3, true);
        add(1045, "陈美玲", "网点排队两小时，柜面又说系统坏了", State.ASSESSED, LI, now.minus(Duration.ofDays(2)), 20, true);
        add(1047, "Margaret Clarke", "Refund promised twice, still not there", State.ACKNOWLEDGED, LI, now, 30, false);
        add(1048, "", "评价 1 分：很不满意", State.RECEIVED, WANG_FANG.id(), now.minus(Duration.ofHours(3)), 7, false);
        add(1036, "周涛", "年费未告知", State.RESPONDED, CHEN_JING.id(), now.minus(Duration.ofDays(6)), 50, true);
        card(1042, now.minus(Duration.ofMinutes(40)), LI);
        card(1047, now.plus(Duration.ofHours(5)), LI);
        card(1036, now.plus(Duration.ofHours(26)), CHEN_JING.id());
        return this;
    }

    private void card(int number, Instant due, UUID owner) {
        Complaint complaint = kept.get(new UUID(42, number)).complaint();
        var id = new UUID(44, number);
        var callback = new Callback(
                id,
                complaint.id(),
                Optional.empty(),
                complaint.callBack().orElseThrow(),
                owner,
                due,
                Callback.State.SCHEDULED,
                number == 1042 ? 1 : 0,
                false,
                Optional.empty(),
                new CallbackFile(
                        Optional.of(2),
                        Optional.empty(),
                        0,
                        number == 1047 ? "Please call in English" : "",
                        number == 1047));
        cards.put(
                id,
                new CallbackCard(
                        new CallbackTask(callback, complaint),
                        "客户说上午开会，下午三点后方便；退款请回短信。",
                        kept.get(complaint.id()).history(),
                        number == 1042
                                ? List.of(new CallbackAttempt(
                                        id,
                                        id,
                                        owner,
                                        Optional.empty(),
                                        due.minusSeconds(9000),
                                        due.minusSeconds(8990),
                                        CallbackOutcome.NOT_REACHED))
                                : List.of(),
                        Optional.of(new PreferredHours(LocalTime.of(15, 0), LocalTime.of(20, 0))),
                        List.of(
                                new CallbackOffer(language -> "话费", yuan(10), true),
                                new CallbackOffer(language -> "免除当期违约金", yuan(88), false)),
                        List.of(
                                Advice.ANYBODY_COMPLAINT_FIRST,
                                Advice.ANYBODY_COMPLAINT_THEN,
                                Advice.ANYBODY_COMPLAINT_LAST),
                        NAMES));
    }

    private void add(
            int number,
            String who,
            String subject,
            State state,
            UUID owner,
            Instant opened,
            int hours,
            boolean weighed) {
        var id = new UUID(42, number);
        Instant by = time.now().plus(Duration.ofHours(hours));
        var clocks = new ComplaintClocks(Map.of(
                ComplaintClock.ACKNOWLEDGE,
                new Timing(
                        opened.plus(Duration.ofDays(1)),
                        state == State.RECEIVED ? Optional.empty() : Optional.of(opened)),
                state == State.RESPONDED ? ComplaintClock.CLOSE : ComplaintClock.NEWS,
                new Timing(by, Optional.empty()),
                ComplaintClock.RESPOND,
                new Timing(
                        by.plus(Duration.ofDays(3)),
                        state == State.RESPONDED ? Optional.of(opened.plus(Duration.ofDays(2))) : Optional.empty())));
        var as = new Assessment(
                Severity.SEVERE,
                number == 1045 ? "branch-queue" : number == 1036 ? "money-fee" : "money-twice",
                Optional.of("credit-card"),
                Optional.of(number == 1045 ? "sh-xuhui" : "card-centre"),
                Expectation.NOW,
                number == 1042);
        CaseFile file = new CaseFile(
                weighed ? Optional.of(as) : Optional.empty(),
                state == State.RESPONDED ? "年费 200 元已退回，并已短信说明收费规则。" : "",
                weighed ? Optional.of(opened) : Optional.empty(),
                Optional.empty(),
                0,
                0,
                owner.equals(CHEN_JING.id()),
                number == 1047,
                false,
                Optional.empty(),
                Optional.empty(),
                3);
        var complaint = new Complaint(
                id,
                number,
                number == 1048 ? Source.LOW_SCORE : Source.CALL,
                Optional.empty(),
                who,
                Optional.empty(),
                Optional.of(new PhoneNumber("+8613800138000")),
                subject,
                number == 1042 ? "10 月 3 日还款扣了两笔，每笔 268.00 元。客户要求当天退回多扣的一笔，并说明原因。" : subject,
                Severity.SEVERE,
                owner,
                opened,
                state,
                clocks,
                file);
        kept.put(
                id,
                new ComplaintDetail(
                        complaint,
                        history(complaint),
                        number == 1042 ? List.of(dispatch(id)) : List.of(),
                        List.of(),
                        NAMES,
                        possible(state)));
    }

    private Dispatch dispatch(UUID complaint) {
        return new Dispatch(
                new UUID(43, 1),
                complaint,
                "card-centre",
                LI,
                "请核对 10 月 3 日两笔扣款流水，确认后当日退回多扣的 268.00 元。",
                time.now().minus(Duration.ofDays(3)),
                time.now().minus(Duration.ofHours(15)),
                Dispatch.Stage.SENT,
                1,
                "",
                Optional.empty(),
                true);
    }

    private static Set<Possible> possible(State state) {
        return switch (state) {
            case RECEIVED ->
                Set.of(Possible.ACKNOWLEDGE, Possible.RESPOND, Possible.HAND_OVER, Possible.ESCALATE, Possible.NOTE);
            case RESPONDED -> Set.of(Possible.CLOSE, Possible.REOPEN, Possible.RATE, Possible.HAND_OVER, Possible.NOTE);
            default ->
                Set.of(
                        Possible.ASSESS,
                        Possible.DISPATCH,
                        Possible.TELL,
                        Possible.RESPOND,
                        Possible.HAND_OVER,
                        Possible.ESCALATE,
                        Possible.NOTE);
        };
    }

    private List<ComplaintEvent> history(Complaint complaint) {
        Instant at = complaint.opened();
        var history = new ArrayList<ComplaintEvent>();
        history.add(event(
                complaint, at, Optional.of(LI), Act.RECEIVED, complaint.source().name()));
        if (complaint.file().assessment().isPresent()) {
            history.add(event(complaint, at.plus(Duration.ofMinutes(2)), Optional.of(LI), Act.READ_BACK, ""));
            history.add(event(
                    complaint,
                    at.plus(Duration.ofHours(1)),
                    Optional.of(LI),
                    Act.ASSESSED,
                    complaint.file().assessment().get().cause() + ", SEVERE, NOW"));
        }
        if (complaint.number() == 1042) {
            history.add(
                    event(complaint, at.plus(Duration.ofHours(20)), Optional.of(LI), Act.DISPATCHED, "card-centre"));
            history.add(event(complaint, at.plus(Duration.ofDays(2)), Optional.empty(), Act.TOLD, ""));
            history.add(event(complaint, time.now().minus(Duration.ofHours(3)), Optional.empty(), Act.OVERDUE, "NEWS"));
        }
        return history;
    }

    private static ComplaintEvent event(Complaint complaint, Instant at, Optional<UUID> who, Act act, String words) {
        return new ComplaintEvent(
                new UUID(complaint.number(), act.ordinal()), complaint.id(), at, who, act, words, complaint.state());
    }

    @Override
    public boolean seesAll() {
        return seesAll;
    }

    @Override
    public ComplaintScheme scheme() {
        return ComplaintSchemeReader.standard();
    }

    private List<Complaint> read() {
        if (away) throw new IllegalStateException("away");
        return kept.values().stream().map(ComplaintDetail::complaint).toList();
    }

    @Override
    public List<Complaint> mine() {
        return read().stream().filter(c -> c.owner().equals(LI)).toList();
    }

    @Override
    public List<Complaint> all() {
        return seesAll ? read() : List.of();
    }

    @Override
    public Optional<ComplaintDetail> look(UUID complaint) {
        return Optional.ofNullable(kept.get(complaint));
    }

    @Override
    public ComplaintOutcome handle(UUID complaint, ComplaintDeed deed) {
        if (away) throw new IllegalStateException("away");
        done.add(deed);
        return next.orElseGet(
                () -> new ComplaintOutcome.Done(kept.get(complaint).complaint(), Optional.empty()));
    }

    @Override
    public List<Weakness> weaknesses(Duration past) {
        if (!seesAll) return List.of();
        return List.of(
                new Weakness("sh-xuhui", "branch-queue", 7, 3, 1),
                new Weakness("card-centre", "money-twice", 5, 1, 0),
                new Weakness("", "service-wait", 4, 0, 0));
    }

    @Override
    public List<StaffMember> colleagues() {
        return List.of(CHEN_JING, WANG_FANG);
    }

    @Override
    public List<CallbackTask> callbacks() {
        return cards.values().stream().map(CallbackCard::task).toList();
    }

    @Override
    public Optional<CallbackCard> prepare(UUID callback) {
        return Optional.ofNullable(cards.get(callback));
    }

    @Override
    public CallbackChange handOver(UUID callback, UUID to, String words) {
        return CallbackChange.DONE;
    }

    @Override
    public CallbackChange score(UUID callback, Optional<Integer> before, Optional<Integer> after) {
        return CallbackChange.DONE;
    }

    private static Money yuan(long yuan) {
        return new Money(yuan * 100, Currency.getInstance("CNY"));
    }
}
