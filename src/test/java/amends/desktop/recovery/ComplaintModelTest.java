package amends.desktop.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contact.Disposition;
import amends.desktop.FakeDesk;
import amends.desktop.agent.AgentModel;
import amends.desktop.profile.ProfileModel;
import amends.desktop.wrapup.NotesModel;
import amends.desktop.wrapup.WrapUpModel;
import amends.kernel.PhoneNumber;
import amends.recovery.ComplaintProgress.Kept;
import amends.recovery.ComplaintProgress.Reason;
import amends.recovery.ComplaintProgress.Refused;
import amends.recovery.Evidence.CallbackLate;
import amends.recovery.Failure;
import amends.recovery.Grievance;
import amends.recovery.Severity;
import amends.telephony.Call;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ComplaintModelTest {
    private final FakeDesk desk = new FakeDesk();
    private final ProfileModel profiles = new ProfileModel(desk.pop, desk.time, "CN");
    private final NotesModel notes = new NotesModel(desk.keeping, desk.time);
    private final WrapUpModel wrapUps = new WrapUpModel(desk.phone, desk.keeping, desk.session, notes);
    private final AgentModel agent = new AgentModel(desk.session, desk.time);
    private final OweModel owe = new OweModel(desk.owing, desk.member);
    private final ComplaintModel model =
            new ComplaintModel(desk.complaints, "李敏", profiles, notes, wrapUps, agent, owe);

    private Call call;

    @BeforeEach
    void talk() {
        desk.rings();
        desk.phone.answer(FakeDesk.CALL);
        call = desk.phone.calls().getFirst();
    }

    private Grievance kept() {
        assertThat(model.keep(FakeDesk.CALL)).isTrue();
        return desk.complaints.opened.get(FakeDesk.CALL);
    }

    @Test
    void the_form_opens_with_everything_that_is_known() {
        notes.typed(FakeDesk.CALL, "扣了两笔");
        assertThat(model.toggle(call)).isTrue();
        assertThat(model.what(FakeDesk.CALL)).isEqualTo("扣了两笔");
        assertThat(model.number(FakeDesk.CALL)).isEqualTo("138 0013 8000");
        assertThat(model.name(FakeDesk.CALL)).isEqualTo("王建国");
        assertThat(model.queue(FakeDesk.CALL)).isEqualTo("support");
    }

    @Test
    void keeping_it_hands_it_on_and_makes_the_write_up_a_complaint() {
        notes.typed(FakeDesk.CALL, "扣了两笔\n要求当天退");
        model.toggle(call);
        assertThat(kept())
                .isEqualTo(new Grievance(
                        "扣了两笔",
                        "扣了两笔\n要求当天退",
                        Severity.MODERATE,
                        Optional.of(new PhoneNumber(FakeDesk.NUMBER)),
                        Optional.empty(),
                        "王建国"));
        assertThat(wrapUps.disposition(FakeDesk.CALL)).isEqualTo(Disposition.COMPLAINT);
        assertThat(model.isOpen(FakeDesk.CALL)).isFalse();
    }

    @Test
    void it_is_as_grave_as_the_worst_that_is_owed() {
        var late = new CallbackLate(new UUID(9, 9), desk.time.now());
        desk.owing.owes(
                FakeDesk.CALL,
                Failure.of(late, desk.time.now(), Optional.empty(), Optional.of(new PhoneNumber(FakeDesk.NUMBER))));
        model.toggle(call);
        assertThat(model.severity(FakeDesk.CALL)).isEqualTo(Severity.SEVERE);
    }

    @Test
    void without_a_word_it_is_called_after_its_queue() {
        model.toggle(call);
        assertThat(kept().subject()).isEqualTo("support");
    }

    @Test
    void a_number_that_is_none_is_mended_first_and_none_at_all_is_allowed() {
        model.toggle(call);
        model.typedNumber(FakeDesk.CALL, "12x");
        assertThat(model.keep(FakeDesk.CALL)).isFalse();
        assertThat(model.numberUnread(FakeDesk.CALL)).isTrue();
        model.typedNumber(FakeDesk.CALL, "");
        assertThat(kept().callBack()).isEmpty();
    }

    @Test
    void leaving_the_form_keeps_what_was_typed_and_the_note_alone() {
        model.toggle(call);
        model.typedWhat(FakeDesk.CALL, "half a sen");
        assertThat(model.toggle(call)).isFalse();
        assertThat(desk.complaints.opened).isEmpty();
        model.toggle(call);
        assertThat(model.what(FakeDesk.CALL)).isEqualTo("half a sen");
    }

    @Test
    void a_call_has_one_complaint() {
        model.toggle(call);
        kept();
        desk.complaints.keeps(FakeDesk.CALL, 1042);
        assertThat(model.progress(FakeDesk.CALL)).containsInstanceOf(Kept.class);
        assertThat(model.toggle(call)).isFalse();
    }

    @Test
    void one_that_was_refused_opens_again_as_it_was_written() {
        model.toggle(call);
        model.typedWhat(FakeDesk.CALL, "扣了两笔");
        kept();
        desk.complaints.tells(new Refused(FakeDesk.CALL, Reason.NOT_TAKEN));
        assertThat(model.toggle(call)).isTrue();
        assertThat(model.what(FakeDesk.CALL)).isEqualTo("扣了两笔");
    }
}
