package amends.pbx.manager;

import amends.pbx.ChannelView;
import amends.pbx.OriginateEnd;
import amends.pbx.PbxEvent;
import java.util.Optional;

/** What happens in the exchange as Asterisk 16 tells it: event names, keys and their order. */
final class EventBlocks {
    private static final String CALL = "call,all";
    private static final String AGENT = "agent,all";
    private static final String MUSIC_CLASS = "default";
    private final String systemName;

    EventBlocks(String systemName) {
        this.systemName = systemName;
    }

    Block of(PbxEvent event) {
        return switch (event) {
            case PbxEvent.ChannelCreated(ChannelView c) -> channel("Newchannel", c);
            case PbxEvent.ChannelStateChanged(ChannelView c) -> channel("Newstate", c);
            case PbxEvent.CallerIdChanged(ChannelView c) ->
                channel("NewCallerid", c).put("CID-CallingPres", "0 (Presentation Allowed, Not Screened)");
            case PbxEvent.ConnectedLineChanged(ChannelView c) -> channel("NewConnectedLine", c);
            case PbxEvent.HangupRequested e ->
                channel("HangupRequest", e.channel()).put("Cause", e.cause().number());
            case PbxEvent.SoftHangupRequested e ->
                channel("SoftHangupRequest", e.channel()).put("Cause", e.cause().number());
            case PbxEvent.HungUp e ->
                channel("Hangup", e.channel())
                        .put("Cause", e.cause().number())
                        .put("Cause-txt", e.cause().words());
            case PbxEvent.Held(ChannelView c) -> channel("Hold", c).put("MusicClass", MUSIC_CLASS);
            case PbxEvent.Unheld(ChannelView c) -> channel("Unhold", c);
            case PbxEvent.MusicStarted(ChannelView c) ->
                channel("MusicOnHoldStart", c).put("Class", MUSIC_CLASS);
            case PbxEvent.MusicStopped(ChannelView c) -> channel("MusicOnHoldStop", c);
            case PbxEvent.DeviceStateChanged e ->
                event("DeviceStateChange", CALL)
                        .put("Device", e.device())
                        .put("State", e.state().name());
            case PbxEvent.ExtensionStateChanged e -> extension(e);
            case PbxEvent.DialBegun e ->
                dial("DialBegin", e.channel(), e.dialled()).put("DialString", e.dialString());
            case PbxEvent.DialProgressed e ->
                dial("DialState", e.channel(), e.dialled()).put("DialStatus", e.status());
            case PbxEvent.DialEnded e ->
                dial("DialEnd", e.channel(), e.dialled()).put("DialStatus", e.status());
            case PbxEvent.BridgeCreated(String id) -> bridge("BridgeCreate", id, 0);
            case PbxEvent.BridgeDestroyed(String id) -> bridge("BridgeDestroy", id, 0);
            case PbxEvent.BridgeEntered e ->
                ViewBlocks.channel(bridge("BridgeEnter", e.bridge(), e.channels()), e.channel());
            case PbxEvent.BridgeLeft e ->
                ViewBlocks.channel(bridge("BridgeLeave", e.bridge(), e.channels()), e.channel());
            case PbxEvent.BlindTransferred e -> blindTransfer(e);
            case PbxEvent.AttendedTransferred e -> attendedTransfer(e);
            case PbxEvent.Originated e -> originated(e);
            default -> ofQueue(event);
        };
    }

    private Block ofQueue(PbxEvent event) {
        return switch (event) {
            case PbxEvent.CallerJoined e -> place("QueueCallerJoin", e.channel(), e.queue(), e.position(), e.count());
            case PbxEvent.CallerLeft e -> place("QueueCallerLeave", e.channel(), e.queue(), e.position(), e.count());
            case PbxEvent.CallerAbandoned e ->
                ViewBlocks.channel(event("QueueCallerAbandon", AGENT), e.channel())
                        .put("Queue", e.queue())
                        .put("Position", e.position())
                        .put("OriginalPosition", e.originalPosition())
                        .put("HoldTime", e.holdTime());
            case PbxEvent.AgentCalled(PbxEvent.QueueCall call) -> queueCall("AgentCalled", call);
            case PbxEvent.AgentConnected e ->
                queueCall("AgentConnect", e.call())
                        .put("HoldTime", e.holdTime())
                        .put("RingTime", e.ringTime());
            case PbxEvent.AgentCompleted e ->
                queueCall("AgentComplete", e.call())
                        .put("HoldTime", e.holdTime())
                        .put("TalkTime", e.talkTime())
                        .put("Reason", e.reason());
            case PbxEvent.AgentRangOut e ->
                queueCall("AgentRingNoAnswer", e.call()).put("RingTime", e.ringTime());
            case PbxEvent.MemberAdded e -> ViewBlocks.member(event("QueueMemberAdded", AGENT), e.member());
            case PbxEvent.MemberRemoved e -> ViewBlocks.member(event("QueueMemberRemoved", AGENT), e.member());
            case PbxEvent.MemberStateChanged e -> ViewBlocks.member(event("QueueMemberStatus", AGENT), e.member());
            case PbxEvent.MemberPauseChanged e -> paused(e);
            default -> throw new IllegalArgumentException(event.getClass().getSimpleName());
        };
    }

    private Block event(String name, String privilege) {
        return Block.event(name, privilege, systemName);
    }

    private Block channel(String name, ChannelView channel) {
        return ViewBlocks.channel(event(name, CALL), channel);
    }

    private Block extension(PbxEvent.ExtensionStateChanged e) {
        return event("ExtensionStatus", CALL)
                .put("Exten", e.exten())
                .put("Context", "blf")
                .put("Hint", e.device())
                .put("Status", e.state().extensionStatus())
                .put("StatusText", e.state().extensionWord());
    }

    private Block dial(String name, Optional<ChannelView> channel, ChannelView dialled) {
        Block block = event(name, CALL);
        channel.ifPresent(c -> ViewBlocks.channel(block, c));
        return ViewBlocks.dialled(block, dialled);
    }

    private Block bridge(String name, String id, int channels) {
        return event(name, CALL)
                .put("BridgeUniqueid", id)
                .put("BridgeType", "basic")
                .put("BridgeTechnology", "simple_bridge")
                .put("BridgeCreator", "<unknown>")
                .put("BridgeName", "<unknown>")
                .put("BridgeNumChannels", channels)
                .put("BridgeVideoSourceMode", "none");
    }

    private Block blindTransfer(PbxEvent.BlindTransferred e) {
        Block block = event("BlindTransfer", CALL).put("Result", "Success");
        ViewBlocks.channel(block, e.transferor(), "Transferer");
        ViewBlocks.channel(block, e.transferee(), "Transferee");
        return block.put("IsExternal", "Yes")
                .put("Context", e.transferor().context())
                .put("Extension", e.exten());
    }

    private Block attendedTransfer(PbxEvent.AttendedTransferred e) {
        Block block = event("AttendedTransfer", CALL).put("Result", "Success");
        ViewBlocks.channel(block, e.transferor(), "OrigTransferer");
        ViewBlocks.channel(block, e.second(), "SecondTransferer");
        ViewBlocks.channel(block, e.transferee(), "Transferee");
        ViewBlocks.channel(block, e.target(), "TransferTarget");
        return block.put("IsExternal", "Yes").put("DestType", "Bridge");
    }

    private Block place(String name, ChannelView channel, String queue, int position, int count) {
        return ViewBlocks.channel(event(name, AGENT), channel)
                .put("Queue", queue)
                .put("Position", position)
                .put("Count", count);
    }

    private Block queueCall(String name, PbxEvent.QueueCall call) {
        return ViewBlocks.dialled(ViewBlocks.channel(event(name, AGENT), call.channel()), call.agent())
                .put("Queue", call.queue())
                .put("Interface", call.device())
                .put("MemberName", call.memberName());
    }

    private Block paused(PbxEvent.MemberPauseChanged e) {
        Block block = ViewBlocks.member(event("QueueMemberPause", AGENT), e.member());
        return e.member().paused() && !e.member().pausedReason().isEmpty()
                ? block.put("Reason", e.member().pausedReason())
                : block;
    }

    private Block originated(PbxEvent.Originated e) {
        Block block = event("OriginateResponse", CALL);
        if (!e.order().id().isEmpty()) block.put("ActionID", e.order().id());
        String device = e.order().device();
        return block.put("Response", e.end() == OriginateEnd.ANSWERED ? "Success" : "Failure")
                .put("Channel", e.channel().map(ChannelView::name).orElse(device))
                .put("Context", e.order().context())
                .put("Exten", e.order().exten())
                .put("Reason", e.end().reason())
                .put("Uniqueid", e.channel().map(ChannelView::uniqueId).orElse("<unknown>"))
                .put(
                        "CallerIDNum",
                        e.channel()
                                .map(ChannelView::callerNumber)
                                .map(ViewBlocks::known)
                                .orElse("<unknown>"))
                .put(
                        "CallerIDName",
                        e.channel()
                                .map(ChannelView::callerName)
                                .map(ViewBlocks::known)
                                .orElse("<unknown>"));
    }
}
