package amends.desktop.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import amends.desktop.FakeComplaintOffice;
import amends.desktop.PostingWork;
import amends.kernel.SettableTime;
import amends.recovery.Complaint;
import amends.recovery.ComplaintDeed;
import amends.recovery.ComplaintOutcome;
import amends.recovery.ComplaintOutcome.Reason;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComplaintsModelTest {
    private final SettableTime time = new SettableTime();
    private final FakeComplaintOffice office = new FakeComplaintOffice(time).ofAnOrdinaryWeek();

    private ComplaintsModel model() {
        var model = new ComplaintsModel(office, new PostingWork(Runnable::run, Runnable::run), time);
        model.show(true);
        return model;
    }

    @Test
    void an_agent_sees_their_own_with_the_latest_first_and_it_is_looked_at() {
        ComplaintsModel model = model();
        assertThat(model.rows()).extracting(Complaint::number).containsExactly(1042, 1045, 1047);
        assertThat(model.detail().orElseThrow().complaint().number()).isEqualTo(1042);
        assertThat(model.late()).isEqualTo(1);
        assertThat(model.weak()).isEmpty();
    }

    @Test
    void a_lead_sees_all_and_what_is_wished() {
        office.seesAll = true;
        ComplaintsModel model = model();
        assertThat(model.rows()).hasSize(5);
        model.wish(new ComplaintsModel.Wish(Optional.empty(), "sh-xuhui", "", false));
        assertThat(model.rows()).extracting(Complaint::number).containsExactly(1045);
        model.wish(new ComplaintsModel.Wish(Optional.of(Complaint.State.RECEIVED), "", "", false));
        assertThat(model.rows()).extracting(Complaint::number).containsExactly(1048);
        model.showAll(false);
        model.wish(ComplaintsModel.Wish.ALL);
        assertThat(model.rows()).hasSize(3);
    }

    @Test
    void only_what_the_state_allows_can_be_begun() {
        ComplaintsModel model = model();
        assertThat(model.begin(Deed.CLOSE)).isFalse();
        assertThat(model.begin(Deed.ANSWERED)).isTrue();
        assertThat(model.keep()).isFalse();
        model.form().orElseThrow().words = "多扣一笔，今日退回";
        assertThat(model.keep()).isTrue();
        assertThat(office.done).singleElement().isInstanceOf(ComplaintDeed.DispatchAnswered.class);
        assertThat(model.form()).isEmpty();
    }

    @Test
    void what_was_typed_stays_when_it_is_refused_or_the_database_is_away() {
        ComplaintsModel model = model();
        model.begin(Deed.RESPOND);
        model.form().orElseThrow().words = "退回 268.00 元";
        office.next = Optional.of(new ComplaintOutcome.Refused(Reason.NOT_NOW));
        model.keep();
        assertThat(model.outcome()).contains(new ComplaintOutcome.Refused(Reason.NOT_NOW));
        office.away = true;
        model.keep();
        assertThat(model.failed()).isTrue();
        assertThat(model.form().orElseThrow().words).isEqualTo("退回 268.00 元");
    }

    @Test
    void a_list_that_cannot_be_read_says_so_and_keeps_what_it_had() {
        ComplaintsModel model = model();
        office.away = true;
        model.showAll(true);
        time.pass(Duration.ofMinutes(1));
        model.tick();
        assertThat(model.listing()).isEqualTo(ComplaintsModel.Listing.UNAVAILABLE);
        assertThat(model.rows()).hasSize(3);
    }
}
