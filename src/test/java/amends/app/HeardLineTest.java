package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contact.CallLine;
import amends.media.LineQuality;
import amends.media.MediaQuality.Heard;
import amends.media.MediaStatistics;
import amends.telephony.CallId;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class HeardLineTest {
    private static final MediaStatistics NONE = new MediaStatistics(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private static Optional<CallLine> kept(LineQuality line, OptionalDouble worst) {
        return HeardLine.of(new Heard(new CallId("1"), NONE, Optional.ofNullable(line), worst));
    }

    @Test
    void a_line_is_kept_in_whole_figures() {
        var line =
                new LineQuality(3.456, 1.26, OptionalDouble.of(4), OptionalDouble.of(2.04), OptionalDouble.of(81.5), 3);

        assertThat(kept(line, OptionalDouble.of(2.1)))
                .contains(new CallLine(346, 210, 13, Optional.of(20), Optional.of(82)));
    }

    @Test
    void a_far_end_that_reports_nothing_leaves_its_figures_out() {
        var line = new LineQuality(4.4, 0, OptionalDouble.empty(), OptionalDouble.empty(), OptionalDouble.empty(), 0);

        assertThat(kept(line, OptionalDouble.empty()))
                .contains(new CallLine(440, 440, 0, Optional.empty(), Optional.empty()));
    }

    @Test
    void a_call_in_which_nothing_was_heard_has_no_line() {
        assertThat(kept(null, OptionalDouble.empty())).isEmpty();
    }
}
