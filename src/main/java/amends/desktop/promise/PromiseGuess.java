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
        return Stream.of(names.zhCn(), names.zhTw(), names.en())
                .map(n -> n.toLowerCase(Locale.ROOT))
                .anyMatch(words::contains);
    }

    /** The last line that was written: what was spoken of last. */
    static String line(String note) {
        String last = note.lines().map(String::strip).filter(l -> !l.isEmpty()).reduce("", (a, b) -> b);
        return last.length() > PromiseDraft.MOST_WHAT / 2 ? "" : PromiseFormModel.shortened(last);
    }
}
