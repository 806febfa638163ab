package amends.desktop.wrapup;

import static org.assertj.core.api.Assertions.assertThat;

import amends.acd.AgentState;
import amends.contact.Disposition;
import amends.contact.WrapUp;
import amends.desktop.FakeKeeping;
import amends.desktop.FakePhone;
import amends.desktop.FakeSession;
import amends.kernel.SettableTime;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrapUpModelTest {
    private final SettableTime time = new SettableTime();
    private final FakePhone phone = new FakePhone(time);
    private final FakeKeeping keeping = new FakeKeeping();
    private final FakeSession session = new FakeSession();
    private final NotesModel notes = new NotesModel(keeping, time);
    private final WrapUpModel model = new WrapUpModel(phone, keeping, session, notes);

    private CallId talked(String id) {
        CallId call = phone.rings(id, "100", "");
        phone.answer(call);
        return call;
    }

    @Test
    void a_call_that_was_answered_is_written_up_when_it_ends() {
        CallId call = talked("a");
        phone.farEndClears(call, ClearCause.REMOTE_HANGUP);
        assertThat(model.current().orElseThrow().id()).isEqualTo(call);
    }

    @Test
    void a_call_that_nobody_answered_is_not() {
        phone.farEndClears(phone.rings("a", "100", ""), ClearCause.CANCELLED);
        assertThat(model.current()).isEmpty();
    }

    @Test
    void finishing_hands_on_the_disposition_and_the_note_and_ends_the_write_up() {
        CallId call = talked("a");
        notes.typed(call, "calls back");
        phone.farEndClears(call, ClearCause.REMOTE_HANGUP);
        model.choose(call, Disposition.FOLLOW_UP);
        model.finish();
        assertThat(keeping.finished).containsEntry(call, new WrapUp(Disposition.FOLLOW_UP, "calls back"));
        assertThat(session.asked).containsExactly("finishAfterCallWork");
        assertThat(model.current()).isEmpty();
    }

    @Test
    void a_call_with_a_colleague_in_which_nothing_was_done_closes_by_itself() {
        CallId call = talked("a");
        model.closesByItself(call::equals, brief -> true);
        phone.farEndClears(call, ClearCause.REMOTE_HANGUP);
        assertThat(keeping.finished).containsEntry(call, new WrapUp(Disposition.NO_CUSTOMER, ""));
        assertThat(session.asked).containsExactly("finishAfterCallWork");
        assertThat(model.current()).isEmpty();
    }

    @Test
    void a_long_call_that_a_colleague_began_is_written_up_it_may_have_been_a_customers() {
        CallId call = talked("a");
        model.closesByItself(call::equals, brief -> false);
        phone.farEndClears(call, ClearCause.REMOTE_HANGUP);
        assertThat(keeping.finished).isEmpty();
        assertThat(model.disposition(call)).isEqualTo(Disposition.NO_CUSTOMER);
    }

    @Test
    void a_note_about_a_colleagues_call_is_written_up_by_the_agent_with_no_customer_chosen() {
        CallId call = talked("a");
        model.closesByItself(call::equals, brief -> true);
        notes.typed(call, "shift changed");
        phone.farEndClears(call, ClearCause.REMOTE_HANGUP);
        assertThat(keeping.finished).isEmpty();
        assertThat(model.disposition(call)).isEqualTo(Disposition.NO_CUSTOMER);
        assertThat(model.leftAlone(call)).contains(Disposition.FOLLOW_UP);

        model.finish();
        assertThat(keeping.finished).containsEntry(call, new WrapUp(Disposition.NO_CUSTOMER, "shift changed"));
    }

    @Test
    void a_colleagues_call_in_which_something_was_opened_is_written_up_like_any_other() {
        CallId call = talked("a");
        model.closesByItself(call::equals, brief -> true);
        model.worksIn(call);
        phone.farEndClears(call, ClearCause.REMOTE_HANGUP);
        assertThat(keeping.finished).isEmpty();
        assertThat(session.asked).isEmpty();
        assertThat(model.disposition(call)).isEqualTo(Disposition.SOLVED);
    }

    @Test
    void a_customer_who_is_found_out_in_a_colleagues_call_is_written_up_like_any_other() {
        CallId call = talked("a");
        var colleagues = new ArrayList<CallId>(List.of(call));
        model.closesByItself(colleagues::contains, brief -> true);
        colleagues.clear();
        phone.farEndClears(call, ClearCause.REMOTE_HANGUP);
        assertThat(keeping.finished).isEmpty();
        assertThat(model.disposition(call)).isEqualTo(Disposition.SOLVED);
    }

    @Test
    void a_colleague_who_was_asked_meanwhile_ends_no_write_up_of_a_customer() {
        CallId customer = talked("a");
        CallId colleague = talked("b");
        model.closesByItself(colleague::equals, brief -> true);
        phone.farEndClears(customer, ClearCause.REMOTE_HANGUP);
        phone.farEndClears(colleague, ClearCause.REMOTE_HANGUP);
        assertThat(keeping.finished).containsOnlyKeys(colleague);
        assertThat(session.asked).isEmpty();
        assertThat(model.current().orElseThrow().id()).isEqualTo(customer);
    }

    @Test
    void two_write_ups_are_done_one_after_the_other() {
        CallId first = talked("a");
        phone.farEndClears(first, ClearCause.REMOTE_HANGUP);
        CallId second = talked("b");
        phone.farEndClears(second, ClearCause.REMOTE_HANGUP);
        assertThat(model.waiting()).isEqualTo(1);
        model.finish();
        assertThat(session.asked).isEmpty();
        model.finish();
        assertThat(keeping.finished.keySet()).containsExactly(second, first);
    }

    @Test
    void when_the_time_for_the_write_up_ends_the_contact_is_closed_with_what_is_known() {
        CallId call = talked("a");
        notes.typed(call, "half a sen");
        phone.farEndClears(call, ClearCause.REMOTE_HANGUP);
        session.becomes(new AgentState.WorkingAfterCall(time.now()));
        session.becomes(new AgentState.Ready());
        assertThat(keeping.finished).containsEntry(call, new WrapUp(Disposition.FOLLOW_UP, "half a sen"));
        assertThat(model.current()).isEmpty();
    }

    @Test
    void what_was_chosen_counts_when_the_time_ends() {
        CallId call = talked("a");
        phone.farEndClears(call, ClearCause.REMOTE_HANGUP);
        session.becomes(new AgentState.WorkingAfterCall(time.now()));
        model.choose(call, Disposition.COMPLAINT);
        session.becomes(new AgentState.NotReady(AgentState.Reason.SIGNED_IN));
        assertThat(keeping.finished).containsEntry(call, new WrapUp(Disposition.COMPLAINT, ""));
    }

    @Test
    void so_does_what_was_shown_from_the_start_once_it_is_chosen() {
        CallId call = talked("a");
        phone.farEndClears(call, ClearCause.REMOTE_HANGUP);
        session.becomes(new AgentState.WorkingAfterCall(time.now()));
        assertThat(model.leftAlone(call)).contains(Disposition.FOLLOW_UP);
        model.choose(call, Disposition.SOLVED);
        session.becomes(new AgentState.NotReady(AgentState.Reason.SIGNED_IN));
        assertThat(keeping.finished).containsEntry(call, new WrapUp(Disposition.SOLVED, ""));
    }

    @Test
    void a_call_that_comes_in_the_write_up_does_not_end_it() {
        CallId call = talked("a");
        phone.farEndClears(call, ClearCause.REMOTE_HANGUP);
        session.becomes(new AgentState.WorkingAfterCall(time.now()));
        session.becomes(new AgentState.Busy());
        assertThat(keeping.finished).isEmpty();
        session.becomes(new AgentState.WorkingAfterCall(time.now()));
        session.becomes(new AgentState.Ready());
        assertThat(keeping.finished).containsKey(call);
    }

    @Test
    void a_note_saves_itself_after_a_pause() {
        CallId call = talked("a");
        notes.typed(call, "half");
        notes.tick();
        assertThat(keeping.notes).isEmpty();
        time.pass(Duration.ofSeconds(1));
        notes.tick();
        assertThat(keeping.notes).containsEntry(call, "half");
    }

    @Test
    void a_note_is_kept_at_once_when_the_call_ends() {
        CallId call = talked("a");
        notes.typed(call, "half");
        phone.farEndClears(call, ClearCause.REMOTE_HANGUP);
        assertThat(keeping.notes).containsEntry(call, "half");
    }

    @Test
    void a_note_ends_at_its_longest() {
        CallId call = talked("a");
        notes.typed(call, "x".repeat(WrapUp.MOST_NOTE + 10));
        assertThat(notes.text(call)).hasSize(WrapUp.MOST_NOTE);
    }
}
