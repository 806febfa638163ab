package amends.app;

import amends.kernel.yaml.YamlDocument;
import amends.kernel.yaml.YamlMap;
import amends.kernel.yaml.YamlMistakes;
import amends.pbx.CallQueue;
import amends.pbx.Extension;
import amends.pbx.ManagerUser;
import amends.pbx.PbxConfig;
import amends.pbx.PortRange;
import amends.pbx.RecordingPrompt;
import amends.pbx.SourceRange;
import amends.pbx.Trunk;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What {@code pbx.yaml} says; its sample documents every key. */
final class PbxSettings {
    private static final String LOOPBACK = "127.0.0.1";

    private PbxSettings() {}

    /**
     * @param file read where given; everything has a default
     * @param bind said on the command line: replaces the file's, and is what opens the PBX to the network
     */
    static PbxConfig read(Optional<Path> file, Optional<String> bind) throws YamlMistakes {
        YamlDocument document =
                file.isPresent() ? YamlDocument.read(file.get()) : YamlDocument.of("the built-in settings", "");
        YamlMap root = document.root();
        var config = new PbxConfig(
                "amends",
                root.parsed("bind", address(LOOPBACK), "an IP address", PbxSettings::address),
                root.integer("sip-port", 5060, 0, 65535),
                root.integer("manager-port", 5038, 0, 65535),
                root.parsed("rtp-ports", PortRange.ANY, "0 or a range like 16384-16583", PbxSettings::ports),
                root.text("interface-prefix", "PJSIP/agent"),
                extensions(root),
                queues(root),
                managerUsers(root),
                trunk(root.map("trunk")),
                prompt(root),
                false);
        document.check();
        return bind.map(text -> config.withBind(commandLineAddress(text), true)).orElse(config);
    }

    private static InetAddress commandLineAddress(String text) {
        try {
            return address(text);
        } catch (IllegalArgumentException e) {
            throw new Trouble(Exit.USAGE, "--bind " + text + ": " + e.getMessage());
        }
    }

    private static List<Extension> extensions(YamlMap root) {
        if (!root.has("extensions"))
            return Stream.of("1001", "1002", "1003", "1005")
                    .map(PbxSettings::extension)
                    .toList();
        var extensions = new ArrayList<Extension>();
        for (YamlMap map : root.maps("extensions")) {
            String name = map.required("name");
            String password = DeskSettings.secret(map, "password", "").reveal();
            String shown = map.text("display-name", "Agent " + name);
            valid(map, "name", () -> extensions.add(new Extension(name, password, shown)));
        }
        return extensions;
    }

    private static Extension extension(String name) {
        return new Extension(name, "amends-" + name, "Agent " + name);
    }

    private static List<CallQueue> queues(YamlMap root) {
        if (!root.has("queues"))
            return List.of(CallQueue.of("support", "800")
                    .withTimes(Duration.ofSeconds(20), Duration.ofSeconds(5), Duration.ofMinutes(10)));
        var queues = new ArrayList<CallQueue>();
        for (YamlMap map : root.maps("queues")) {
            String name = map.required("name");
            List<String> numbers = map.texts("numbers", List.of());
            Duration ring = seconds(map, "ring-seconds", 20);
            Duration retry = seconds(map, "retry-seconds", 5);
            Duration wait = seconds(map, "max-wait-seconds", 600);
            Duration level = seconds(map, "service-level-seconds", 20);
            valid(map, "name", () -> queues.add(new CallQueue(name, numbers, ring, retry, wait, level)));
        }
        return queues;
    }

    private static Duration seconds(YamlMap map, String key, int otherwise) {
        return Duration.ofSeconds(map.integer(key, otherwise, 1, 86_400));
    }

    private static List<ManagerUser> managerUsers(YamlMap root) {
        if (!root.has("manager-users")) return List.of(new ManagerUser("cti", "amends-cti"));
        var users = new ArrayList<ManagerUser>();
        for (YamlMap map : root.maps("manager-users"))
            users.add(new ManagerUser(
                    map.required("name"), DeskSettings.secret(map, "secret", "").reveal()));
        return users;
    }

    private static Trunk trunk(YamlMap map) {
        Optional<InetSocketAddress> peer =
                map.parsed("peer", Optional.empty(), "ADDRESS:PORT, like 127.0.0.1:5080", PbxSettings::peer);
        var sources = new ArrayList<SourceRange>();
        for (String text : map.texts("sources", List.of("127.0.0.0/8", "::1")))
            valid(map, "sources", () -> sources.add(SourceRange.parse(text)));
        var numbers = new ArrayList<String>();
        for (String number : map.texts("caller-numbers", List.of())) {
            if (number.matches("\\+?[0-9]{3,20}")) numbers.add(number);
            else map.mistake("caller-numbers", "names \"" + number + "\"; a number is a + or not, and digits");
        }
        return new Trunk(peer, sources, numbers);
    }

    private static RecordingPrompt prompt(YamlMap root) {
        boolean wanted = root.yesOrNo("recording-announcement", true);
        String language = root.text("announcement-language", "zh-CN");
        return wanted ? Announcements.prompt(language) : RecordingPrompt.NONE;
    }

    /** Notes at the key what the domain has against the value. */
    private static void valid(YamlMap map, String key, Runnable make) {
        try {
            make.run();
        } catch (IllegalArgumentException e) {
            if (!map.text(key, "").isBlank() || key.equals("sources"))
                map.mistake(key, "cannot be used: " + e.getMessage());
        }
    }

    private static Optional<InetSocketAddress> peer(String text) {
        if (text.isEmpty()) return Optional.empty();
        int colon = text.lastIndexOf(':');
        if (colon < 1) throw new IllegalArgumentException();
        int port = Integer.parseInt(text.substring(colon + 1));
        return Optional.of(new InetSocketAddress(address(text.substring(0, colon)), port));
    }

    private static PortRange ports(String text) {
        if (text.equals("0")) return PortRange.ANY;
        String[] ends = text.split("-", 2);
        if (ends.length != 2) throw new IllegalArgumentException();
        return new PortRange(Integer.parseInt(ends[0].strip()), Integer.parseInt(ends[1].strip()));
    }

    /** Only literal addresses: what is bound is no question for a name server. */
    private static InetAddress address(String text) {
        try {
            if (!text.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) throw new UnknownHostException();
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no IP address", e);
        }
    }
}
