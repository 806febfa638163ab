package amends.pbx;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a real Asterisk sent, kept as test data: the keys of each kind of block in their order. */
public final class Blocks {
    private Blocks() {}

    public static Map<String, List<String>> ofAsterisk() throws IOException {
        try (var in = Blocks.class.getResourceAsStream("manager/asterisk-16-blocks.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Arrays.stream(text.split("\n\n"))
                    .map(String::strip)
                    .filter(block -> block.startsWith("Event: "))
                    .collect(Collectors.toMap(Blocks::name, Blocks::keys));
        }
    }

    public static String name(String block) {
        return block.lines().findFirst().orElseThrow().substring("Event: ".length());
    }

    public static List<String> keys(String block) {
        return block.lines().map(l -> l.substring(0, l.indexOf(':'))).toList();
    }
}
