package amends.telephony;

import static amends.telephony.Transfer.Signal.*;
import static amends.telephony.Transfer.Stage.*;
import static org.assertj.core.api.Assertions.assertThat;

import amends.telephony.Transfer.Signal;
import amends.telephony.Transfer.Stage;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole table of {@link Transfer}: a stage, and where each signal leads. */
class TransferTest {
    @ParameterizedTest
    @CsvSource({
        "ASKED, AGREED, TAKEN",
        "ASKED, RANG, RINGING",
        "ASKED, SUCCEEDED, DONE",
        "ASKED, REFUSED, FAILED",
        "ASKED, SILENT, FAILED",
        "ASKED, FAR_CLEARED, ASKED",
        "TAKEN, AGREED, TAKEN",
        "TAKEN, RANG, RINGING",
        "TAKEN, SUCCEEDED, DONE",
        "TAKEN, REFUSED, FAILED",
        "TAKEN, SILENT, FAILED",
        "TAKEN, FAR_CLEARED, DONE",
        "RINGING, AGREED, RINGING",
        "RINGING, RANG, RINGING",
        "RINGING, SUCCEEDED, DONE",
        "RINGING, REFUSED, FAILED",
        "RINGING, SILENT, FAILED",
        "RINGING, FAR_CLEARED, DONE",
    })
    void a_signal_leads_on(Stage from, Signal signal, Stage to) {
        assertThat(at(from).next(signal, 0).stage()).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource({"DONE", "FAILED"})
    void an_end_is_an_end(Stage end) {
        for (Signal signal : Signal.values())
            assertThat(at(end).next(signal, 200)).isEqualTo(at(end));
    }

    @ParameterizedTest
    @CsvSource({"486", "603"})
    void the_status_of_a_failure_is_kept(int status) {
        assertThat(at(TAKEN).next(REFUSED, status).status()).isEqualTo(status);
    }

    private static Transfer at(Stage stage) {
        return new Transfer(new Party("1002", ""), Optional.empty(), stage, 0);
    }
}
