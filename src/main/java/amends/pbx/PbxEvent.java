package amends.pbx;

import java.util.Optional;

/** What happens in the exchange, in the words of the manager protocol. Published on the exchange's loop. */
public sealed interface PbxEvent {
    record ChannelCreated(ChannelView channel) implements PbxEvent {}

    record ChannelStateChanged(ChannelView channel) implements PbxEvent {}

    record CallerIdChanged(ChannelView channel) implements PbxEvent {}

    record ConnectedLineChanged(ChannelView channel) implements PbxEvent {}

    /** @param device a telephone ({@code PJSIP/agent1001}) or a queue's lamp ({@code Queue:support_avail}) */
    record DeviceStateChanged(String device, DeviceState state) implements PbxEvent {}

    record ExtensionStateChanged(String exten, String device, DeviceState state) implements PbxEvent {}

    /** @param position the caller's place from 1; @param count how many wait, the caller included */
    record CallerJoined(ChannelView channel, String queue, int position, int count) implements PbxEvent {}

    record CallerLeft(ChannelView channel, String queue, int position, int count) implements PbxEvent {}

    /** @param holdTime in seconds */
    record CallerAbandoned(ChannelView channel, String queue, int position, int originalPosition, long holdTime)
            implements PbxEvent {}

    record MusicStarted(ChannelView channel) implements PbxEvent {}

    record MusicStopped(ChannelView channel) implements PbxEvent {}

    /** The caller, the member's telephone and the queue that joins them. */
    record QueueCall(ChannelView channel, ChannelView agent, String queue, String device, String memberName) {}

    record AgentCalled(QueueCall call) implements PbxEvent {}

    /** Times in seconds. */
    record AgentConnected(QueueCall call, long holdTime, long ringTime) implements PbxEvent {}

    /** Times in seconds. @param reason who ended it: {@code agent}, {@code caller} or {@code transfer} */
    record AgentCompleted(QueueCall call, long holdTime, long talkTime, String reason) implements PbxEvent {}

    /** @param ringTime in milliseconds; 0 when the telephone refused or could not be reached */
    record AgentRangOut(QueueCall call, long ringTime) implements PbxEvent {}

    /** @param channel who dials; empty when the exchange itself does */
    record DialBegun(Optional<ChannelView> channel, ChannelView dialled, String dialString) implements PbxEvent {}

    record DialProgressed(Optional<ChannelView> channel, ChannelView dialled, String status) implements PbxEvent {}

    record DialEnded(Optional<ChannelView> channel, ChannelView dialled, String status) implements PbxEvent {}

    record BridgeCreated(String bridge) implements PbxEvent {}

    /** @param channels how many are in it now */
    record BridgeEntered(String bridge, int channels, ChannelView channel) implements PbxEvent {}

    record BridgeLeft(String bridge, int channels, ChannelView channel) implements PbxEvent {}

    record BridgeDestroyed(String bridge) implements PbxEvent {}

    /** The party itself hung up. */
    record HangupRequested(ChannelView channel, HangupCause cause) implements PbxEvent {}

    /** The exchange hangs up on the party. */
    record SoftHangupRequested(ChannelView channel, HangupCause cause) implements PbxEvent {}

    record HungUp(ChannelView channel, HangupCause cause) implements PbxEvent {}

    /** The transferor passed the transferee on to what it named, unheard. */
    record BlindTransferred(ChannelView transferor, ChannelView transferee, String exten) implements PbxEvent {}

    /** The transferor, who talked with both, connected them. @param second its leg to the target */
    record AttendedTransferred(ChannelView transferor, ChannelView second, ChannelView transferee, ChannelView target)
            implements PbxEvent {}

    record Held(ChannelView channel) implements PbxEvent {}

    record Unheld(ChannelView channel) implements PbxEvent {}

    /** The end of an {@link OriginateOrder}. @param channel empty when it never came to one */
    record Originated(OriginateOrder order, Optional<ChannelView> channel, OriginateEnd end) implements PbxEvent {}

    record MemberAdded(MemberView member) implements PbxEvent {}

    record MemberRemoved(MemberView member) implements PbxEvent {}

    record MemberPauseChanged(MemberView member) implements PbxEvent {}

    record MemberStateChanged(MemberView member) implements PbxEvent {}
}
