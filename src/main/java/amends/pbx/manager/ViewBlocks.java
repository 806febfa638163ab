package amends.pbx.manager;

import amends.pbx.ChannelView;
import amends.pbx.MemberView;

/** The groups of lines that recur: a leg, a leg that is dialled, a queue's member. Keys and order are Asterisk's. */
final class ViewBlocks {
    private static final String UNKNOWN = "<unknown>";

    private ViewBlocks() {}

    static Block channel(Block block, ChannelView channel) {
        return channel(block, channel, "");
    }

    static Block dialled(Block block, ChannelView channel) {
        return channel(block, channel, "Dest");
    }

    static Block channel(Block block, ChannelView channel, String prefix) {
        return block.put(prefix + "Channel", channel.name())
                .put(prefix + "ChannelState", channel.state().number())
                .put(prefix + "ChannelStateDesc", channel.state().word())
                .put(prefix + "CallerIDNum", known(channel.callerNumber()))
                .put(prefix + "CallerIDName", known(channel.callerName()))
                .put(prefix + "ConnectedLineNum", known(channel.connectedNumber()))
                .put(prefix + "ConnectedLineName", known(channel.connectedName()))
                .put(prefix + "Language", "en")
                .put(prefix + "AccountCode", "")
                .put(prefix + "Context", channel.context())
                .put(prefix + "Exten", channel.exten())
                .put(prefix + "Priority", 1)
                .put(prefix + "Uniqueid", channel.uniqueId())
                .put(prefix + "Linkedid", channel.linkedId());
    }

    static String known(String text) {
        return text.isEmpty() ? UNKNOWN : text;
    }

    /** As events tell of a member. */
    static Block member(Block block, MemberView member) {
        block.put("Queue", member.queue())
                .put("MemberName", member.name())
                .put("Interface", member.device())
                .put("StateInterface", member.device());
        return standing(block, member).put("Ringinuse", 0).put("Wrapuptime", 0);
    }

    /** As a list of members tells of one. */
    static Block memberItem(Block block, MemberView member) {
        block.put("Queue", member.queue())
                .put("Name", member.name())
                .put("Location", member.device())
                .put("StateInterface", member.device());
        return standing(block, member).put("Wrapuptime", 0);
    }

    private static Block standing(Block block, MemberView member) {
        return block.put("Membership", "dynamic")
                .put("Penalty", member.penalty())
                .put("CallsTaken", member.callsTaken())
                .put("LastCall", member.lastCall())
                .put("LastPause", member.lastPause())
                .put("LoginTime", member.loginTime())
                .put("InCall", member.inCall())
                .put("Status", member.state().memberStatus())
                .put("Paused", member.paused())
                .put("PausedReason", member.pausedReason());
    }
}
