package amends.survey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SurveyWordingTest {
    private static final String SENDER = "汇安银行客服中心热线";

    @ParameterizedTest
    @EnumSource(SurveyWording.class)
    void each_question_fits_one_message_with_its_sender(SurveyWording wording) {
        int most = wording == SurveyWording.EN ? 160 : 70;
        for (Occasion occasion : Occasion.values()) {
            String sender = wording == SurveyWording.EN ? "Huian Bank" : SENDER;
            assertThat(wording.question(occasion, sender))
                    .hasSizeLessThanOrEqualTo(most)
                    .contains(sender);
        }
    }

    @ParameterizedTest
    @EnumSource(SurveyWording.class)
    void each_question_says_how_to_refuse_in_words_that_are_obeyed(SurveyWording wording) {
        for (Occasion occasion : Occasion.values())
            assertThat(wording.question(occasion, "")).containsPattern("T退[订訂]|Reply T");
        assertThat(ReplyReader.read("T").refuses()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(SurveyWording.class)
    void a_complaint_names_the_score(SurveyWording wording) {
        assertThat(wording.complaint(2)).contains("2");
    }
}
