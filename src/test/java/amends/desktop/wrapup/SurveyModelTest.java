package amends.desktop.wrapup;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contact.Contact;
import amends.contact.ContactKeeping.ContactEvent.CallOver;
import amends.contact.ContactKeeping.ContactEvent.ContactClosed;
import amends.contact.Disposition;
import amends.desktop.FakeKeeping;
import amends.desktop.PostingWork;
import amends.desktop.look.Language;
import amends.desktop.look.Texts;
import amends.kernel.SettableTime;
import amends.kernel.StoreUnavailable;
import amends.survey.SurveyDecision;
import amends.survey.SurveyDecision.WillAsk;
import amends.survey.SurveyDecision.WillNot;
import amends.survey.SurveyObjection;
import amends.telephony.CallId;
import amends.telephony.Direction;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurveyModelTest {
    private static final CallId CALL = new CallId("a");
    private final SettableTime time = new SettableTime();
    private final FakeKeeping keeping = new FakeKeeping();
    private boolean away;
    private SurveyDecision served = new WillAsk(time.now());
    private final SurveyModel model = new SurveyModel(keeping, this::of, new PostingWork(Runnable::run, Runnable::run));

    private Function<Disposition, SurveyDecision> of(Contact contact) {
        if (away) throw new StoreUnavailable("away", null);
        return how -> how == Disposition.SOLVED ? served : new WillNot(SurveyObjection.NOT_A_CUSTOMER);
    }

    private Contact contact(Contact.State state) {
        return new Contact(
                new UUID(1, 1),
                CALL.value(),
                Direction.INBOUND,
                new UUID(1, 2),
                "+8613800138000",
                Optional.empty(),
                "",
                Duration.ZERO,
                time.now(),
                Optional.of(time.now()),
                Optional.of(time.now()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                state);
    }

    private String words(Disposition chosen) {
        var texts = new Texts(Language.ZH_CN, ZoneId.of("Asia/Shanghai"));
        return new SurveyWords(texts, time).of(model, CALL, chosen);
    }

    private void callIsOver() {
        keeping.tells(new CallOver(contact(Contact.State.WRAP_UP)));
    }

    @Test
    void before_it_is_looked_up_the_line_says_who_decides() {
        assertThat(words(Disposition.SOLVED)).isEqualTo("满意度短信：系统决定");
    }

    @ParameterizedTest
    @CsvSource({"SOLVED, 满意度短信：系统决定（将发送）", "WRONG_NUMBER, 满意度短信：系统决定（不发送：非客户业务）"})
    void the_line_follows_the_disposition(Disposition chosen, String line) {
        callIsOver();
        assertThat(words(chosen)).isEqualTo(line);
    }

    @Test
    void a_question_that_waits_for_the_morning_says_when() {
        served = new WillAsk(time.now().plus(Duration.ofHours(23)));
        callIsOver();
        assertThat(words(Disposition.SOLVED)).isEqualTo("满意度短信：系统决定（1/6 08:00 发送）");
    }

    @Test
    void while_the_database_is_away_the_line_says_so_and_nothing_fails() {
        away = true;
        callIsOver();
        assertThat(words(Disposition.SOLVED)).isEqualTo("满意度短信：数据库恢复后由系统决定");
        away = false;
        callIsOver();
        assertThat(words(Disposition.SOLVED)).isEqualTo("满意度短信：系统决定（将发送）");
    }

    @Test
    void a_closed_contact_is_forgotten() {
        callIsOver();
        keeping.tells(new ContactClosed(contact(Contact.State.CLOSED)));
        assertThat(model.decision(CALL, Disposition.SOLVED)).isEmpty();
    }
}
