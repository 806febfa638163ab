package amends.desktop.promise;

import amends.promise.Names;
import amends.promise.PromiseDraft;
import java.util.Locale;
import java.util.stream.Stream;

/** What a note says of what will be promised, for the agent to change. */
final class PromiseGuess {
    private PromiseGuess() {}

    static boolean speaksOf(String note, Names names) {
        String words = note.toLowerCase(Locale.ROOT);
        return called(names).anyMatch(words::contains);
    }

    private static Stream<String> called(Names names) {
        return Stream.of(names.zhCn(), names.zhTw(), names.en()).map(n -> n.toLowerCase(Locale.ROOT));
    }

    /** The last line that was written, what was spoken of last; without the name of the kind in front of it. */
    static String line(String note, Names kind) {
        String last = note.lines().map(String::strip).filter(l -> !l.isEmpty()).reduce("", (a, b) -> b);
        if (last.length() > PromiseDraft.MOST_WHAT / 2) return "";
        String begin = called(kind)
                .filter(last.toLowerCase(Locale.ROOT)::startsWith)
                .findFirst()
                .orElse("");
        String rest = last.substring(begin.length()).replaceFirst("^[\\s:：,，]+", "");
        return PromiseFormModel.shortened(rest.isEmpty() ? last : rest);
    }
}
