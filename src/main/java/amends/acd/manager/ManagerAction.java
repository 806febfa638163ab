package amends.acd.manager;

import amends.kernel.PlainText;
import java.nio.charset.StandardCharsets;

/** A request to the distributor. No value can smuggle in a header: each is one plain line of at most 255 characters. */
final class ManagerAction {
    private static final int MOST = 255;

    private final StringBuilder text = new StringBuilder();
    private final String name;

    ManagerAction(String name) {
        this.name = name;
        with("Action", name);
    }

    ManagerAction with(String key, String value) {
        text.append(key).append(": ").append(PlainText.line(value, MOST)).append("\r\n");
        return this;
    }

    String name() {
        return name;
    }

    byte[] bytes() {
        return (text + "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
