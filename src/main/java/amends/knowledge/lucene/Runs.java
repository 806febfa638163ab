package amends.knowledge.lucene;

import java.util.ArrayList;
import java.util.List;

/** Cuts folded text into runs of Chinese characters and runs of letters and digits; the rest divides them. */
final class Runs {
    private Runs() {}

    record Run(boolean han, int from, int to) {}

    static List<Run> of(String folded) {
        var runs = new ArrayList<Run>();
        int from = 0;
        while (from < folded.length()) {
            boolean han = Folding.isHan(folded.charAt(from));
            if (!han && !Character.isLetterOrDigit(folded.charAt(from))) {
                from++;
                continue;
            }
            int to = from + 1;
            while (to < folded.length() && belongs(folded.charAt(to), han)) to++;
            runs.add(new Run(han, from, to));
            from = to;
        }
        return runs;
    }

    private static boolean belongs(char c, boolean han) {
        return han ? Folding.isHan(c) : Character.isLetterOrDigit(c) && !Folding.isHan(c);
    }

    /** Whether a text is Chinese: a fifth of its letters are enough, for Chinese is full of names in letters. */
    static boolean isChinese(String text) {
        int han = 0;
        int letters = 0;
        for (int i = 0; i < text.length(); i++) {
            if (Folding.isHan(text.charAt(i))) han++;
            else if (Character.isLetter(text.charAt(i))) letters++;
        }
        return han > 0 && han * 4 >= letters;
    }
}
