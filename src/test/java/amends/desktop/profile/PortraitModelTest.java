package amends.desktop.profile;

import static org.assertj.core.api.Assertions.assertThat;

import amends.customer.ConsentPurpose;
import amends.customer.CustomerGate.TooManyLooks;
import amends.customer.Need;
import amends.customer.ProfileOutcome;
import amends.customer.Tag;
import amends.desktop.FakeDesk;
import amends.desktop.PostingWork;
import amends.desktop.profile.PortraitForm.Field;
import amends.desktop.profile.PortraitModel.Reading;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PortraitModelTest {
    private static final UUID CONTACT = new UUID(3, 77);

    private final FakeDesk desk = new FakeDesk();
    private final ProfileModel profiles = new ProfileModel(desk.pop, desk.time, "CN");
    private final PortraitModel model = new PortraitModel(
            desk.profiles.desk(desk.member, desk.time),
            profiles,
            call -> Optional.of(CONTACT),
            new PostingWork(Runnable::run, Runnable::run));

    @Test
    void nothing_opens_itself() {
        desk.rings();
        assertThat(model.isOpen(FakeDesk.CALL)).isFalse();
        assertThat(desk.profiles.looks).isEmpty();
    }

    @Test
    void opening_is_a_look_that_names_the_call() {
        desk.rings();
        model.toggle(FakeDesk.CALL);

        assertThat(model.shown()).isPresent();
        assertThat(desk.profiles.looks).containsExactly("full profile in call " + FakeDesk.CALL);

        model.toggle(FakeDesk.CALL);
        assertThat(model.isOpen(FakeDesk.CALL)).isFalse();
        assertThat(model.shown()).isEmpty();
    }

    @Test
    void of_a_stranger_there_is_nothing_to_open() {
        desk.strangerRings("+8613900139009", "");
        model.toggle(FakeDesk.CALL);
        assertThat(model.isOpen(FakeDesk.CALL)).isFalse();
    }

    @Test
    void the_tags_are_there_at_ringing_and_asked_for_once() {
        desk.rings();
        model.tags(FakeDesk.CALL);
        desk.profiles.tags.clear();
        assertThat(model.tags(FakeDesk.CALL)).isEmpty();
        assertThat(desk.profiles.looks).isEmpty();
    }

    @Test
    void what_is_typed_is_kept_when_the_profile_is_left() {
        desk.rings();
        model.toggle(FakeDesk.CALL);
        model.typed(Field.PRODUCTS, "信用卡，小微贷");
        model.typed(Field.BIRTHDAY, "3月8日");
        model.leave(FakeDesk.CALL);

        var kept = desk.profiles.portraits.get(FakeDesk.WANG.id());
        assertThat(kept.products()).containsExactly("信用卡", "小微贷");
        assertThat(kept.occasions()).hasSize(1);
        assertThat(kept.version()).isEqualTo(1);
    }

    @Test
    void a_tag_is_added_disputed_and_upheld() {
        desk.rings();
        model.toggle(FakeDesk.CALL);
        model.tag("常出差", "“又在外地”", true);
        Tag tag = model.shown().orElseThrow().tags().getFirst().tag();

        model.dispute(tag, "是他太太");
        assertThat(model.tags(FakeDesk.CALL)).extracting(t -> t.standing()).containsExactly(Tag.Standing.DISPUTED);
        model.uphold(tag);
        assertThat(model.tags(FakeDesk.CALL)).extracting(t -> t.standing()).containsExactly(Tag.Standing.HELD);
    }

    @Test
    void what_is_refused_is_said_until_the_next_change() {
        desk.rings();
        model.toggle(FakeDesk.CALL);
        model.agree(ConsentPurpose.SURVEY, "");
        assertThat(model.refused()).contains(ProfileOutcome.Why.NO_PROOF);
        model.agree(ConsentPurpose.SURVEY, "“可以问”");
        assertThat(model.refused()).isEmpty();
        assertThat(desk.profiles.consents)
                .singleElement()
                .satisfies(c -> assertThat(c.contact()).contains(CONTACT));
    }

    @Test
    void a_need_names_its_contact() {
        desk.rings();
        model.toggle(FakeDesk.CALL);
        model.need(Need.Kind.IMPLICIT, "还款太麻烦");
        assertThat(desk.profiles.needs)
                .singleElement()
                .satisfies(need -> assertThat(need.contact()).contains(CONTACT));
    }

    @Test
    void too_many_looks_and_a_dead_database_are_said_in_their_own_words() {
        desk.rings();
        desk.profiles.trouble = Optional.of(new TooManyLooks());
        model.toggle(FakeDesk.CALL);
        assertThat(model.reading()).isEqualTo(Reading.TOO_MANY_LOOKS);

        model.toggle(FakeDesk.CALL);
        desk.profiles.trouble = Optional.of(new IllegalStateException("gone"));
        model.toggle(FakeDesk.CALL);
        assertThat(model.reading()).isEqualTo(Reading.AWAY);
    }

    @Test
    void where_a_number_was_given_out_is_told_in_the_readers_language() {
        desk.rings();
        var number = profiles.numberOf(FakeDesk.CALL).orElseThrow();
        model.place(number, Locale.SIMPLIFIED_CHINESE);
        assertThat(model.place(number, Locale.SIMPLIFIED_CHINESE)).contains("北京市");
        model.place(number, Locale.ENGLISH);
        assertThat(model.place(number, Locale.ENGLISH)).contains("Beijing");
    }
}
