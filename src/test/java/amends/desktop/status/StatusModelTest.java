package amends.desktop.status;

import static org.assertj.core.api.Assertions.assertThat;

import amends.acd.AcdEvent;
import amends.desktop.FakeLine;
import amends.desktop.FakeSession;
import amends.desktop.PostingWork;
import amends.desktop.status.StatusModel.Complaint;
import amends.desktop.status.StatusModel.Trouble;
import amends.kernel.SettableTime;
import amends.telephony.LineState;
import amends.telephony.LineState.Problem;
import amends.telephony.LineText;
import amends.telephony.Party;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusModelTest {
    private final SettableTime time = new SettableTime();
    private final FakeLine line = new FakeLine();
    private final FakeSession session = new FakeSession();
    private boolean databaseAway;
    private String sound = "";
    private final StatusModel model = new StatusModel(
            line, session, () -> databaseAway, () -> sound, new PostingWork(Runnable::run, Runnable::run), time);

    private List<Trouble> troubles() {
        return model.complaints().stream().map(Complaint::trouble).toList();
    }

    @ParameterizedTest
    @CsvSource({"UNREACHABLE, LINE_UNREACHABLE", "WRONG_PASSWORD, LINE_WRONG_PASSWORD", "REFUSED, LINE_REFUSED"})
    void a_failing_line_is_named_with_its_next_try_and_goes_when_registered(Problem problem, Trouble trouble) {
        var retryAt = time.now().plusSeconds(30);
        line.becomes(new LineState.Failing(problem, "408", retryAt));
        assertThat(model.complaints()).containsExactly(new Complaint(trouble, "408", java.util.Optional.of(retryAt)));
        line.becomes(new LineState.Registered(time.now().plusSeconds(300)));
        assertThat(troubles()).isEmpty();
    }

    @Test
    void what_was_sent_to_the_telephone_is_shown_for_two_minutes() {
        var text = new LineText(new Party("1003", "李敏"), "三点开会");
        line.says(text);
        assertThat(model.text()).contains(text);
        time.pass(StatusModel.SHOWN.plusSeconds(1));
        model.tick();
        assertThat(model.text()).isEmpty();
    }

    @Test
    void a_lost_link_to_the_queues_goes_by_itself() {
        session.tells(new AcdEvent.LinkDown("connection refused"));
        assertThat(troubles()).containsExactly(Trouble.ACD_DOWN);
        session.tells(new AcdEvent.LinkUp());
        assertThat(troubles()).isEmpty();
    }

    @Test
    void database_and_sound_are_looked_after_again_and_again() {
        databaseAway = true;
        sound = "no device";
        time.pass(StatusModel.CHECKED_EVERY);
        model.tick();
        assertThat(troubles()).containsExactly(Trouble.DATABASE_AWAY, Trouble.NO_SOUND);
        databaseAway = false;
        sound = "";
        time.pass(StatusModel.CHECKED_EVERY);
        model.tick();
        assertThat(troubles()).isEmpty();
    }
}
