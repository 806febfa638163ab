package amends.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import amends.desktop.FakeKeeping;
import amends.kernel.PhoneNumber;
import amends.kernel.SettableTime;
import amends.kernel.StoreQueue;
import amends.kernel.StoreUnavailable;
import amends.recovery.ComplaintProgress.Held;
import amends.recovery.ComplaintProgress.Keeping;
import amends.recovery.ComplaintProgress.Kept;
import amends.recovery.ComplaintProgress.Reason;
import amends.recovery.ComplaintProgress.Refused;
import amends.staff.Role;
import amends.staff.StaffMember;
import amends.telephony.CallId;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CallComplaintsTest {
    private static final CallId CALL = new CallId("c1@pbx");
    private static final Grievance GRIEVANCE = new Grievance(
            "重复扣款", "两笔", Severity.MODERATE, Optional.of(new PhoneNumber("+8613800138000")), Optional.empty(), "王建国");

    private final SettableTime time = new SettableTime();
    private final StoreQueue queue = new StoreQueue("test", 100);
    private final List<ComplaintDraft> taken = new CopyOnWriteArrayList<>();
    private final Queue<RuntimeException> troubles = new ArrayDeque<>();
    private final List<ComplaintProgress> told = new CopyOnWriteArrayList<>();
    private StaffMember agent = new StaffMember(new UUID(1, 1), "limin", "李敏", "1001", Set.of(Role.AGENT));
    private CallComplaints complaints;

    @BeforeEach
    void open() {
        complaints = new CallComplaints(
                new FakeKeeping(),
                this::received,
                CallbackRules.usual(ZoneId.of("Asia/Shanghai")),
                queue,
                () -> Optional.of(agent),
                time,
                time);
        complaints.onProgress(told::add);
    }

    @AfterEach
    void close() {
        queue.close();
    }

    private ComplaintIntake.Taken received(ComplaintDraft draft) {
        if (!troubles.isEmpty()) throw troubles.remove();
        taken.add(draft);
        return new ComplaintIntake.Taken(
                new Complaint(
                        draft.id(),
                        1042,
                        draft.source(),
                        draft.customer(),
                        draft.customerName(),
                        draft.contact(),
                        draft.callBack(),
                        draft.subject(),
                        draft.what(),
                        draft.severity(),
                        draft.owner(),
                        draft.at(),
                        Complaint.State.ACKNOWLEDGED,
                        new ComplaintClocks(
                                draft.at(), draft.at(), Optional.empty(), Optional.empty(), Optional.empty())),
                Optional.empty());
    }

    private void opened() {
        complaints.open(CALL, GRIEVANCE);
        assertThat(queue.flush(Duration.ofSeconds(30))).isTrue();
    }

    @Test
    void a_complaint_is_kept_behind_the_call_with_its_owner() {
        opened();
        assertThat(told).hasExactlyElementsOfTypes(Keeping.class, Kept.class);
        assertThat(taken).singleElement().satisfies(draft -> {
            assertThat(draft.owner()).isEqualTo(agent.id());
            assertThat(draft.source()).isEqualTo(Complaint.Source.CALL);
            assertThat(draft.customerName()).isEqualTo("王建国");
        });
    }

    @Test
    void a_call_has_one_complaint_however_often_it_is_asked() {
        opened();
        opened();
        assertThat(taken).hasSize(1);
    }

    @Test
    void while_the_database_is_away_it_is_held_and_said_so_and_kept_when_it_is_back() {
        troubles.add(new StoreUnavailable("away", null));
        opened();
        assertThat(told).hasExactlyElementsOfTypes(Keeping.class, Held.class, Kept.class);
    }

    @Test
    void one_that_the_database_refuses_may_be_asked_again() {
        troubles.add(new IllegalStateException("no"));
        opened();
        assertThat(told.getLast()).isEqualTo(new Refused(CALL, Reason.NOT_TAKEN));
        opened();
        assertThat(complaints.of(CALL)).containsInstanceOf(Kept.class);
    }

    @Test
    void a_seat_without_the_right_opens_none() {
        agent = new StaffMember(new UUID(1, 4), "zhouting", "周婷", "", Set.of(Role.INSPECTOR));
        opened();
        assertThat(told).containsExactly(new Refused(CALL, Reason.NOT_ALLOWED));
        assertThat(taken).isEmpty();
    }
}
