package amends.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MenuPathTest {
    @Test
    void is_shown_step_by_step() {
        assertThat(MenuPath.of("cards/lost card")).hasToString("cards › lost card");
    }

    @Test
    void where_room_is_short_the_last_choices_are_told() {
        assertThat(MenuPath.of("cards/bills/charged twice").last(2)).hasToString("bills › charged twice");
        assertThat(MenuPath.of("cards").last(2)).hasToString("cards");
    }

    @Test
    void is_bounded_in_steps_and_in_their_length_and_shows_no_control_characters() {
        MenuPath path = MenuPath.of("a\u001b[31mb/" + "x".repeat(5000) + "/y".repeat(5000));
        assertThat(path.steps()).hasSize(MenuPath.MOST);
        assertThat(path.steps().getFirst()).doesNotContain("\u001b");
        assertThat(path.steps()).allSatisfy(s -> assertThat(s).hasSizeBetween(1, MenuPath.LONGEST_STEP + 1));
    }
}
