package amends.app;

import amends.kernel.PhoneNumber;
import amends.kernel.yaml.YamlDocument;
import amends.kernel.yaml.YamlMap;
import amends.kernel.yaml.YamlMistakes;
import amends.simulation.SimulatedHandset;
import amends.simulation.SmscAccount;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code smsc.yaml} says; its sample documents every key. */
record SmscSettings(int port, List<SmscAccount> accounts, Duration delivery, List<SimulatedHandset> handsets) {
    private static final int MOST_SYSTEM_ID = 15;
    private static final int MOST_PASSWORD = 8;

    static SmscSettings read(Optional<Path> file) throws YamlMistakes {
        YamlDocument document =
                file.isPresent() ? YamlDocument.read(file.get()) : YamlDocument.of("the built-in settings", "");
        YamlMap root = document.root();
        var settings = new SmscSettings(
                root.integer("port", 2775, 0, 65535),
                accounts(root),
                Duration.ofMillis(root.integer("delivery-millis", 500, 0, 3_600_000)),
                handsets(root));
        document.check();
        return settings;
    }

    private static List<SmscAccount> accounts(YamlMap root) {
        if (!root.has("accounts")) return List.of(new SmscAccount("amends", "amends"));
        var accounts = new ArrayList<SmscAccount>();
        for (YamlMap map : root.maps("accounts")) {
            String systemId = map.required("system-id");
            String password = DeskSettings.secret(map, "password", "").reveal();
            if (systemId.length() > MOST_SYSTEM_ID) map.mistake("system-id", "has more than 15 characters");
            if (password.length() > MOST_PASSWORD) map.mistake("password", "has more than 8 characters");
            accounts.add(new SmscAccount(systemId, password));
        }
        return List.copyOf(accounts);
    }

    private static List<SimulatedHandset> handsets(YamlMap root) {
        var handsets = new ArrayList<SimulatedHandset>();
        for (YamlMap map : root.maps("handsets")) {
            var number = map.parsed("number", Optional.<PhoneNumber>empty(), "a number like +8613800138000", text -> {
                var parsed = PhoneNumber.parse(text, "ZZ");
                if (parsed.isEmpty()) throw new IllegalArgumentException();
                return parsed;
            });
            var after = Duration.ofSeconds(map.integer("after-seconds", 3, 0, 86_400));
            List<String> answers = map.texts("answers", List.of());
            boolean off = map.yesOrNo("off", false);
            number.ifPresent(n -> handsets.add(handset(n.e164(), after, answers, off)));
        }
        return List.copyOf(handsets);
    }

    private static SimulatedHandset handset(String number, Duration after, List<String> answers, boolean off) {
        SimulatedHandset handset = SimulatedHandset.of(number);
        for (int i = 0; i < answers.size(); i++)
            handset = handset.answering(after.multipliedBy(i + 1L), answers.get(i));
        return off ? handset.off() : handset;
    }

    SmscSettings withPort(int other) {
        return new SmscSettings(other, accounts, delivery, handsets);
    }
}
