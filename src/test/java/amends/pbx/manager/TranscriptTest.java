package amends.pbx.manager;

import static org.assertj.core.api.Assertions.assertThat;

import amends.pbx.Blocks;
import amends.pbx.ChannelState;
import amends.pbx.ChannelView;
import amends.pbx.DeviceState;
import amends.pbx.HangupCause;
import amends.pbx.MemberView;
import amends.pbx.OriginateEnd;
import amends.pbx.OriginateOrder;
import amends.pbx.PbxEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our events beside those that an Asterisk 16 sent: the same keys in the same order. */
class TranscriptTest {
    private static final ChannelView CALLER = new ChannelView(
            "PJSIP/trunk-00000000",
            ChannelState.UP,
            "+1",
            "Jane",
            "1001",
            "A",
            "from-trunk",
            "support",
            "x-1.0",
            "x-1.0");
    private static final ChannelView AGENT = new ChannelView(
            "PJSIP/agent1001-00000001", ChannelState.RINGING, "1001", "A", "", "", "agents", "s", "x-1.1", "x-1.0");
    private static final MemberView MEMBER = new MemberView(
            "support", "A", "PJSIP/agent1001", 0, 0, 0, 0, 0, false, DeviceState.NOT_INUSE, true, "Lunch");
    private static final PbxEvent.QueueCall CALL =
            new PbxEvent.QueueCall(CALLER, AGENT, "support", "PJSIP/agent1001", "A");
    private static final OriginateOrder ORDER =
            new OriginateOrder("a-1", "PJSIP/agent1001", "9+1", "agents", "C <+1>", Duration.ofSeconds(1), Map.of());

    static Stream<PbxEvent> events() {
        var caller = Optional.of(CALLER);
        return Stream.of(
                new PbxEvent.ChannelCreated(CALLER),
                new PbxEvent.ChannelStateChanged(CALLER),
                new PbxEvent.CallerIdChanged(CALLER),
                new PbxEvent.ConnectedLineChanged(CALLER),
                new PbxEvent.DeviceStateChanged("PJSIP/agent1001", DeviceState.BUSY),
                new PbxEvent.ExtensionStateChanged("1001", "PJSIP/agent1001", DeviceState.BUSY),
                new PbxEvent.MemberAdded(MEMBER),
                new PbxEvent.MemberRemoved(MEMBER),
                new PbxEvent.MemberPauseChanged(MEMBER),
                new PbxEvent.MemberStateChanged(MEMBER),
                new PbxEvent.CallerJoined(CALLER, "support", 1, 1),
                new PbxEvent.CallerLeft(CALLER, "support", 1, 0),
                new PbxEvent.CallerAbandoned(CALLER, "support", 1, 1, 2),
                new PbxEvent.AgentCalled(CALL),
                new PbxEvent.AgentConnected(CALL, 3, 3),
                new PbxEvent.AgentCompleted(CALL, 3, 23, "agent"),
                new PbxEvent.AgentRangOut(CALL, 20_000),
                new PbxEvent.DialBegun(caller, AGENT, "PJSIP/agent1001"),
                new PbxEvent.DialProgressed(caller, AGENT, "RINGING"),
                new PbxEvent.DialEnded(caller, AGENT, "ANSWER"),
                new PbxEvent.MusicStarted(CALLER),
                new PbxEvent.MusicStopped(CALLER),
                new PbxEvent.Held(AGENT),
                new PbxEvent.Unheld(AGENT),
                new PbxEvent.BridgeCreated("b"),
                new PbxEvent.BridgeEntered("b", 1, AGENT),
                new PbxEvent.BridgeLeft("b", 1, AGENT),
                new PbxEvent.BridgeDestroyed("b"),
                new PbxEvent.HangupRequested(AGENT, HangupCause.NORMAL),
                new PbxEvent.SoftHangupRequested(CALLER, HangupCause.NORMAL),
                new PbxEvent.HungUp(AGENT, HangupCause.NORMAL),
                new PbxEvent.Originated(ORDER, Optional.of(AGENT), OriginateEnd.ANSWERED));
    }

    @ParameterizedTest
    @MethodSource("events")
    void an_event_has_the_keys_of_the_real_one_in_their_order(PbxEvent event) throws IOException {
        String ours = new EventBlocks("pbx1").of(event).toString();
        String name = Blocks.name(ours);
        assertThat(Blocks.keys(ours)).as(name).isEqualTo(Blocks.ofAsterisk().get(name));
    }
}
