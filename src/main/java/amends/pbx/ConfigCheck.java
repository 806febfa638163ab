package amends.pbx;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/** What speaks against starting with a configuration. On loopback weak passwords harm nobody; off it they do. */
final class ConfigCheck {
    private static final int STRONG = 12;
    private final List<String> objections = new ArrayList<>();

    /** @throws PbxRefused with every objection, not only the first */
    static void require(PbxConfig config) {
        var check = new ConfigCheck();
        check.names(config);
        check.dialled(config);
        check.exposure(config);
        if (!check.objections.isEmpty()) throw new PbxRefused(check.objections);
    }

    private void names(PbxConfig config) {
        var seen = new HashSet<String>();
        for (var extension : config.extensions()) {
            if (!seen.add(extension.name())) objections.add("extension " + extension.name() + " is there twice");
            if (extension.password().isEmpty()) objections.add("extension " + extension.name() + " has no password");
        }
        var users = new HashSet<String>();
        for (var user : config.managerUsers()) {
            if (!users.add(user.name())) objections.add("manager user " + user.name() + " is there twice");
            if (user.secret().isEmpty()) objections.add("manager user " + user.name() + " has no secret");
        }
    }

    private void dialled(PbxConfig config) {
        var seen = new HashSet<String>();
        config.extensions().forEach(e -> seen.add(e.name().toLowerCase(Locale.ROOT)));
        for (var queue : config.queues()) {
            var dialled = new ArrayList<>(queue.numbers());
            dialled.add(queue.name());
            for (String number : dialled) {
                if (!seen.add(number.toLowerCase(Locale.ROOT)))
                    objections.add("queue " + queue.name() + ": " + number + " is dialled for something else");
            }
        }
    }

    private void exposure(PbxConfig config) {
        if (config.bind().isLoopbackAddress()) return;
        if (!config.openToNetwork())
            objections.add("address " + config.bind().getHostAddress()
                    + " lets other machines in: say so explicitly, or bind 127.0.0.1");
        config.extensions().forEach(e -> strength("extension " + e.name(), e.name(), e.password()));
        config.managerUsers().forEach(u -> strength("manager user " + u.name(), u.name(), u.secret()));
    }

    private void strength(String whose, String name, String password) {
        if (password.length() < STRONG)
            objections.add(whose + ": off loopback a password needs " + STRONG + " characters or more");
        if (password.equalsIgnoreCase(name)) objections.add(whose + ": the password is the name");
    }
}
