package amends.pbx.manager;

import java.nio.charset.StandardCharsets;

/** One block of {@code Name: value} lines on its way to clients. Whatever a value holds, it stays one line. */
final class Block {
    private final StringBuilder text = new StringBuilder(512);
    private final String kind;

    private Block(String kind) {
        this.kind = kind;
    }

    static Block plain() {
        return new Block("");
    }

    static Block response(boolean success, String actionId) {
        var block = plain().put("Response", success ? "Success" : "Error");
        return actionId.isEmpty() ? block : block.put("ActionID", actionId);
    }

    /** Something that happened, told to all. @param privilege who may hear it, as {@code call,all} */
    static Block event(String name, String privilege, String systemName) {
        return new Block(privilege.substring(0, privilege.indexOf(',')))
                .put("Event", name)
                .put("Privilege", privilege)
                .put("SystemName", systemName);
    }

    /** A part of an answer. */
    static Block item(String name) {
        return plain().put("Event", name);
    }

    Block put(String name, String value) {
        text.append(name).append(": ");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            text.append(c < ' ' || c == 0x7f ? ' ' : c);
        }
        text.append("\r\n");
        return this;
    }

    Block put(String name, long value) {
        text.append(name).append(": ").append(value).append("\r\n");
        return this;
    }

    Block put(String name, boolean value) {
        return put(name, value ? 1 : 0);
    }

    /** The kind of event by which clients choose what they hear: {@code call}, {@code agent}; empty for answers. */
    String kind() {
        return kind;
    }

    byte[] bytes() {
        return (text + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
