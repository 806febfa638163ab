package amends.telephony;

import static amends.telephony.ConnectionEffect.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import amends.telephony.Connection.*;
import amends.telephony.ConnectionSignal.*;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole table of {@link Connection}: every state with every signal, the fitting and the others. */
class ConnectionTest {
    private record Line(Connection from, ConnectionSignal on, Connection to, List<ConnectionEffect> effects) {}

    private static final ConnectionSignal CANCELLED = new Cancelled(false);

    private static final List<Line> TABLE = Stream.of(
                    Stream.of(
                            line(new Null(), new Dialled(), new Initiated(false), SEND_INVITE, TELL_ORIGINATED),
                            line(new Null(), new Offered(), new RingingHere(), SEND_RINGING, TELL_DELIVERED)),
                    outbound(new Initiated(false), new Cancelling(false)),
                    outbound(new Initiated(true), new Cancelling(true), SEND_CANCEL),
                    outbound(new RingingThere(), new Cancelling(true), SEND_CANCEL),
                    Stream.of(
                            line(new Initiated(false), new Proceeding(), new Initiated(true)),
                            line(new Initiated(true), new Proceeding(), new Initiated(true)),
                            line(new Initiated(false), new Rang(), new RingingThere(), TELL_DELIVERED),
                            line(new Initiated(true), new Rang(), new RingingThere(), TELL_DELIVERED),
                            line(new Cancelling(false), new Proceeding(), new Cancelling(true), SEND_CANCEL),
                            line(new Cancelling(false), new Rang(), new Cancelling(true), SEND_CANCEL)),
                    cancelling(new Cancelling(false)),
                    cancelling(new Cancelling(true)),
                    ringing(),
                    answering(),
                    Stream.of(false, true).flatMap(ConnectionTest::talking))
            .flatMap(lines -> lines)
            .toList();

    private static Stream<Line> outbound(Connection from, Connection cleared, ConnectionEffect... clearing) {
        return Stream.of(
                line(from, new ClearWanted(), cleared, clearing),
                line(from, new FarAnswered(true), new Connected(false), SEND_ACK, TELL_ESTABLISHED),
                line(from, new FarAnswered(false), over(ClearCause.MEDIA_FAILED), SEND_ACK, SEND_BYE, RELEASE),
                line(from, new Failed(ClearCause.BUSY), over(ClearCause.BUSY), RELEASE));
    }

    private static Stream<Line> cancelling(Connection from) {
        return Stream.of(
                line(from, new FarAnswered(true), over(ClearCause.LOCAL_HANGUP), SEND_ACK, SEND_BYE, RELEASE),
                line(from, new FarAnswered(false), over(ClearCause.LOCAL_HANGUP), SEND_ACK, SEND_BYE, RELEASE),
                line(from, new Failed(ClearCause.BUSY), over(ClearCause.LOCAL_HANGUP), RELEASE));
    }

    private static Stream<Line> ringing() {
        var from = new RingingHere();
        return Stream.of(
                line(from, new Answered(), new Answering(), SEND_OK),
                line(from, new Rejected(), over(ClearCause.REJECTED), REFUSE_BUSY, RELEASE),
                line(from, new ClearWanted(), over(ClearCause.REJECTED), REFUSE_DECLINE, RELEASE),
                line(from, new SentAway(), over(ClearCause.REDIRECTED), REFUSE_MOVED, RELEASE),
                line(from, CANCELLED, over(ClearCause.CANCELLED), REFUSE_TERMINATED, RELEASE),
                line(from, new Cancelled(true), over(ClearCause.ANSWERED_ELSEWHERE), REFUSE_TERMINATED, RELEASE),
                line(from, new FarCleared(), over(ClearCause.CANCELLED), REFUSE_TERMINATED, RELEASE));
    }

    private static Stream<Line> answering() {
        var from = new Answering();
        return Stream.concat(
                Stream.of(
                        line(from, new Acknowledged(true), new Connected(false), TELL_ESTABLISHED),
                        line(from, new Acknowledged(false), over(ClearCause.MEDIA_FAILED), SEND_BYE, RELEASE),
                        line(from, new AckMissed(), over(ClearCause.UNREACHABLE), SEND_BYE, RELEASE),
                        line(from, new FarChanged(false), from, REFUSE_CHANGE),
                        line(from, new FarChanged(true), from, REFUSE_CHANGE)),
                ending(from));
    }

    private static Stream<Line> talking(boolean farHolds) {
        var connected = new Connected(farHolds);
        var holding = new Holding(farHolds);
        var held = new Held(farHolds);
        var retrieving = new Retrieving(farHolds);
        var changes = Stream.of(
                line(connected, new HoldWanted(), holding, OFFER_HOLD),
                line(connected, new FarChanged(true), new Connected(true), ACCEPT_CHANGE),
                line(connected, new FarChanged(false), new Connected(false), ACCEPT_CHANGE),
                line(held, new RetrieveWanted(), retrieving, OFFER_RETRIEVE),
                line(held, new FarChanged(true), new Held(true), ACCEPT_CHANGE),
                line(held, new FarChanged(false), new Held(false), ACCEPT_CHANGE),
                line(holding, new ChangeAccepted(), held, TELL_HELD),
                line(holding, new ChangeRefused(), connected),
                line(holding, new RetryDue(), holding, OFFER_HOLD),
                line(retrieving, new ChangeAccepted(), connected, TELL_RETRIEVED),
                line(retrieving, new ChangeRefused(), held),
                line(retrieving, new RetryDue(), retrieving, OFFER_RETRIEVE));
        var pending = Stream.<Connection>of(holding, retrieving)
                .flatMap(s -> Stream.of(
                        line(s, new ChangeGlared(), s, RETRY_LATER),
                        line(s, new FarChanged(true), s, REFUSE_CHANGE),
                        line(s, new FarChanged(false), s, REFUSE_CHANGE)));
        var endings = Stream.of(connected, holding, held, retrieving).flatMap(ConnectionTest::ending);
        return Stream.of(changes, pending, endings).flatMap(lines -> lines);
    }

    private static Stream<Line> ending(Connection from) {
        return Stream.of(
                line(from, new ClearWanted(), over(ClearCause.LOCAL_HANGUP), SEND_BYE, RELEASE),
                line(from, new FarCleared(), over(ClearCause.REMOTE_HANGUP), RELEASE),
                line(from, new Lost(), over(ClearCause.UNREACHABLE), SEND_BYE, RELEASE),
                line(from, new FarLost(), over(ClearCause.UNREACHABLE), RELEASE),
                line(from, new Expired(), over(ClearCause.SESSION_EXPIRED), SEND_BYE, RELEASE),
                line(from, new Replaced(), over(ClearCause.REPLACED), SEND_BYE, RELEASE),
                line(from, new PassedOn(true), over(ClearCause.TRANSFERRED), SEND_BYE, RELEASE),
                line(from, new PassedOn(false), over(ClearCause.TRANSFERRED), RELEASE));
    }

    static Stream<Arguments> fitting() {
        return TABLE.stream().map(l -> arguments(l.from, l.on, l.to, l.effects));
    }

    @ParameterizedTest
    @MethodSource("fitting")
    void a_signal_that_fits_leads_on(
            Connection from, ConnectionSignal on, Connection to, List<ConnectionEffect> effects) {
        ConnectionStep step = from.next(on);

        assertThat(step.next()).isEqualTo(to);
        assertThat(step.effects()).isEqualTo(effects);
        assertThat(step.ignored()).isEmpty();
    }

    static Stream<Arguments> others() {
        return states().flatMap(from -> signals()
                .filter(on -> TABLE.stream().noneMatch(l -> l.from.equals(from) && l.on.equals(on)))
                .map(on -> arguments(from, on)));
    }

    @ParameterizedTest
    @MethodSource("others")
    void every_other_signal_changes_nothing_and_says_why(Connection from, ConnectionSignal on) {
        ConnectionStep step = from.next(on);

        assertThat(step.next()).isEqualTo(from);
        assertThat(step.effects()).isEmpty();
        assertThat(step.ignored())
                .hasValueSatisfying(
                        reason -> assertThat(reason).contains(on.getClass().getSimpleName()));
    }

    private static Stream<Connection> states() {
        var plain = Stream.of(
                new Null(),
                new Initiated(false),
                new Initiated(true),
                new RingingThere(),
                new Cancelling(false),
                new Cancelling(true),
                new RingingHere(),
                new Answering(),
                over(ClearCause.LOCAL_HANGUP));
        var talking = Stream.of(false, true)
                .flatMap(h -> Stream.of(new Connected(h), new Holding(h), new Held(h), new Retrieving(h)));
        return Stream.concat(plain, talking);
    }

    private static Stream<ConnectionSignal> signals() {
        return Stream.of(
                new Dialled(),
                new Offered(),
                new Proceeding(),
                new Rang(),
                new FarAnswered(true),
                new FarAnswered(false),
                new Failed(ClearCause.BUSY),
                new Answered(),
                new Rejected(),
                new Acknowledged(true),
                new Acknowledged(false),
                new AckMissed(),
                new Cancelled(false),
                new Cancelled(true),
                new HoldWanted(),
                new RetrieveWanted(),
                new ChangeAccepted(),
                new ChangeRefused(),
                new ChangeGlared(),
                new RetryDue(),
                new FarChanged(true),
                new FarChanged(false),
                new ClearWanted(),
                new FarCleared(),
                new SentAway(),
                new PassedOn(true),
                new PassedOn(false),
                new Replaced(),
                new FarLost(),
                new Expired(),
                new Lost());
    }

    private static Line line(Connection from, ConnectionSignal on, Connection to, ConnectionEffect... effects) {
        return new Line(from, on, to, List.of(effects));
    }

    private static Connection over(ClearCause cause) {
        return new Cleared(cause);
    }
}
