package amends.pbx;

import java.util.HashMap;
import java.util.Map;

/** One leg as the manager protocol sees it. Belongs to the exchange's loop. */
final class Channel {
    final String name;
    final String uniqueId;
    /** Whose telephone it is: {@code PJSIP/agent1001}, or {@code PJSIP/trunk} for the public network. */
    final String device;

    final Map<String, String> variables = new HashMap<>();
    final String context;
    String linkedId;
    String exten;
    ChannelState state;
    Identity caller;
    Identity connected = Identity.UNKNOWN;
    SipLeg leg;
    /** How it would like to be shown outside. */
    ShownWish wish = ShownWish.NONE;
    /** Whether the caller of this call was told that it is recorded. */
    boolean announced;

    /** The bridge it talks in, or null. */
    Bridge bridge;

    boolean holding;
    /** Whether the other party holds this one, who hears music. */
    boolean heldByOther;

    Channel(String name, String uniqueId, String device, String context, String exten, ChannelState state) {
        this.name = name;
        this.uniqueId = uniqueId;
        this.linkedId = uniqueId;
        this.device = device;
        this.context = context;
        this.exten = exten;
        this.state = state;
        this.caller = Identity.UNKNOWN;
    }

    ChannelView view() {
        return new ChannelView(
                name,
                state,
                caller.number(),
                caller.name(),
                connected.number(),
                connected.name(),
                context,
                exten,
                uniqueId,
                linkedId);
    }
}
