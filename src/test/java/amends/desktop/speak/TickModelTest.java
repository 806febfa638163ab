package amends.desktop.speak;

import static amends.personality.Behaviour.ACCEPTS_FIRST_OFFER;
import static amends.personality.Behaviour.COMPLAINS_AT_ONCE;
import static amends.personality.Behaviour.REJECTS_FIRST_OFFER;
import static amends.personality.Behaviour.STAYS_POLITE;
import static org.assertj.core.api.Assertions.assertThat;

import amends.desktop.FakeDesk;
import amends.desktop.PostingWork;
import amends.desktop.agent.AgentModel;
import amends.desktop.profile.ProfileModel;
import amends.desktop.recovery.ComplaintModel;
import amends.desktop.recovery.OweModel;
import amends.desktop.wrapup.NotesModel;
import amends.desktop.wrapup.WrapUpModel;
import amends.personality.Advice;
import amends.personality.Behaviour;
import amends.personality.CustomerType;
import amends.personality.Encounter;
import amends.personality.Matter;
import amends.personality.Sheet;
import amends.recovery.Settlement.Means;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TickModelTest {
    private final FakeDesk desk = new FakeDesk();
    private OweModel owe;
    private SpeakModel speak;
    private TickModel model;

    @BeforeEach
    void sit() {
        var profiles = new ProfileModel(desk.pop, desk.time, "CN");
        var notes = new NotesModel(desk.keeping, desk.time);
        var wrapUp = new WrapUpModel(desk.phone, desk.keeping, desk.session, notes);
        owe = new OweModel(desk.owing, desk.member);
        var complaints = new ComplaintModel(
                desk.complaints, "李敏", profiles, notes, wrapUp, new AgentModel(desk.session, desk.time), owe);
        speak = new SpeakModel(
                desk.impressions.port(),
                desk.member,
                who -> "周婷",
                profiles,
                owe,
                complaints,
                new PostingWork(Runnable::run, Runnable::run));
        model = new TickModel(desk.impressions.port(), desk.member, desk.keeping, profiles, speak, owe);
        desk.impressions.knowsLittleOf(FakeDesk.WANG.id());
    }

    private Sheet last() {
        return desk.impressions.sheets.getLast();
    }

    @Test
    void nothing_is_ticked_where_nothing_had_failed() {
        desk.rings();
        model.toggle(FakeDesk.CALL, STAYS_POLITE);

        assertThat(model.isOffered(FakeDesk.CALL)).isFalse();
        assertThat(desk.impressions.sheets).isEmpty();
    }

    @Test
    void nothing_is_ticked_of_who_did_not_agree_to_it() {
        desk.impressions.of.clear();
        desk.ringsWhomWeOwe();
        model.toggle(FakeDesk.CALL, STAYS_POLITE);

        assertThat(desk.impressions.sheets).isEmpty();
    }

    @Test
    void what_is_not_ticked_was_looked_for_and_not_seen_but_an_offer_nobody_made() {
        desk.ringsWhomWeOwe();
        model.toggle(FakeDesk.CALL, COMPLAINS_AT_ONCE);

        assertThat(last().marks())
                .hasSize(TickModel.OFFERED.size() - 2)
                .containsEntry(COMPLAINS_AT_ONCE, true)
                .containsEntry(STAYS_POLITE, false)
                .doesNotContainKeys(ACCEPTS_FIRST_OFFER, REJECTS_FIRST_OFFER);
        assertThat(last().customer()).isEqualTo(FakeDesk.WANG.id());
        assertThat(last().severity()).isEqualTo(Encounter.GRAVEST);
        assertThat(last().observer()).isEqualTo(desk.member.id());
    }

    @Test
    void an_offer_is_accepted_or_rejected() {
        desk.ringsWhomWeOwe();
        model.toggle(FakeDesk.CALL, ACCEPTS_FIRST_OFFER);
        model.toggle(FakeDesk.CALL, REJECTS_FIRST_OFFER);

        assertThat(last().marks()).containsEntry(REJECTS_FIRST_OFFER, true).doesNotContainKey(ACCEPTS_FIRST_OFFER);
    }

    @Test
    void a_tick_taken_back_leaves_nothing_and_none_of_them_is_an_answer_too() {
        desk.ringsWhomWeOwe();
        model.toggle(FakeDesk.CALL, STAYS_POLITE);
        model.toggle(FakeDesk.CALL, STAYS_POLITE);
        assertThat(last().marks()).isEmpty();

        model.toggleNone(FakeDesk.CALL);
        assertThat(last().marks().values()).isNotEmpty().containsOnly(false);
        model.toggle(FakeDesk.CALL, STAYS_POLITE);
        assertThat(model.isNone(FakeDesk.CALL)).isFalse();
    }

    @Test
    void what_was_settled_in_the_call_had_failed_all_the_same() {
        desk.ringsWhomWeOwe();
        assertThat(model.isOffered(FakeDesk.CALL)).isTrue();
        owe.settle(FakeDesk.CALL, owe.balance(FakeDesk.CALL).ids(), Means.APOLOGISED, "");

        assertThat(model.isOffered(FakeDesk.CALL)).isTrue();
        model.toggle(FakeDesk.CALL, STAYS_POLITE);
        assertThat(last().severity()).isEqualTo(Encounter.GRAVEST);
    }

    @Test
    void house_behaviours_are_not_for_agents_to_tick() {
        assertThat(TickModel.OFFERED).hasSize(9).allMatch(b -> b.seer() == Behaviour.Seer.AGENT);
    }

    @Test
    void the_guidance_follows_the_type_and_what_lies_open() {
        desk.impressions.thinks(FakeDesk.WANG.id(), CustomerType.RESERVED);
        desk.ringsWhomWeOwe();
        assertThat(speak.matter(FakeDesk.CALL)).isEqualTo(Matter.OWED);
        assertThat(speak.advice(FakeDesk.CALL))
                .startsWith(Advice.RESERVED_OWED_FIRST)
                .hasSize(3);
    }

    @Test
    void an_open_complaint_comes_before_what_is_owed() {
        desk.impressions.hasComplaint = true;
        desk.ringsWhomWeOwe();

        assertThat(speak.advice(FakeDesk.CALL)).startsWith(Advice.ANYBODY_COMPLAINT_FIRST);
    }

    @Test
    void while_the_source_is_dead_the_guidance_is_neutral_and_that_is_said() {
        desk.impressions.away = true;
        desk.ringsWhomWeOwe();

        assertThat(speak.isAway(FakeDesk.CALL)).isTrue();
        assertThat(speak.shown(FakeDesk.CALL)).isEmpty();
        assertThat(speak.advice(FakeDesk.CALL)).startsWith(Advice.ANYBODY_OWED_FIRST);
        assertThat(model.isOffered(FakeDesk.CALL)).isFalse();
    }

    @Test
    void an_objection_is_made_once_in_a_call() {
        desk.impressions.thinks(FakeDesk.WANG.id(), CustomerType.RESERVED);
        desk.ringsWhomWeOwe();
        assertThat(speak.mayObject(FakeDesk.CALL)).isTrue();
        speak.object(FakeDesk.CALL, "听来不是这样");

        assertThat(speak.objected(FakeDesk.CALL)).contains(CustomerType.EXPRESSIVE);
        assertThat(speak.mayObject(FakeDesk.CALL)).isFalse();
    }
}
