package amends.pbx;

/** One leg at one moment. The empty string stands for what is not known. */
public record ChannelView(
        String name,
        ChannelState state,
        String callerNumber,
        String callerName,
        String connectedNumber,
        String connectedName,
        String context,
        String exten,
        String uniqueId,
        String linkedId) {}
