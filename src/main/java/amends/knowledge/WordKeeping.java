package amends.knowledge;

import amends.kernel.Timekeeper;
import amends.kernel.Transactions;
import amends.kernel.yaml.YamlMistakes;
import amends.knowledge.EverydayWords.Entry;
import amends.knowledge.HouseWords.Kept;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What an author does with the house's everyday words. Every change is a new list; an earlier one can be put in force
 * again. Blocks; any thread.
 */
public final class WordKeeping {
    private static final Duration MINED = Duration.ofDays(90);
    private static final int MOST_MINED = 5_000;
    private final StaffMember who;
    private final Books books;
    private final Runnable changed;
    private final Timekeeper time;

    public record Books(
            HouseWords words,
            DismissedWords dismissed,
            Confirmations confirmations,
            SearchLog searches,
            Articles articles,
            WordCandidate.Looking looking,
            Transactions transactions) {}

    /** @param version of the list in force; 0: there is none */
    public record Overview(int version, EverydayWords words, List<Kept> versions, List<WordCandidate> candidates) {
        public static final Overview NOTHING = new Overview(0, EverydayWords.NONE, List.of(), List.of());
    }

    /** What became of a wish. */
    public sealed interface Answer {
        record Done() implements Answer {}

        /** @param what is wrong, for people */
        record Mistaken(String what) implements Answer {}

        /** Somebody else changed the list: look again. */
        record ChangedMeanwhile() implements Answer {}

        record NotPermitted() implements Answer {}
    }

    /** @param changed told after another list came in force, so that this desk looks at once */
    public WordKeeping(StaffMember who, Books books, Runnable changed, Timekeeper time) {
        this.who = who;
        this.books = books;
        this.changed = changed;
        this.time = time;
    }

    public boolean may() {
        return Permission.WRITE_ARTICLE.isGivenTo(who);
    }

    /** Nothing for those who do not write. */
    public Overview overview() {
        if (!may()) return Overview.NOTHING;
        Instant since = time.now().minus(MINED);
        List<Kept> versions = books.words().latest(HouseWords.LOOKED_BACK);
        List<WordCandidate> candidates = WordCandidate.of(
                books.confirmations().solved(since, MOST_MINED),
                books.searches().unanswered(since, MOST_MINED),
                books.dismissed().all(),
                books.articles()::byId,
                books.looking());
        return versions.isEmpty()
                ? new Overview(0, EverydayWords.NONE, versions, candidates)
                : new Overview(versions.getFirst().version(), words(versions), versions, candidates);
    }

    private static EverydayWords words(List<Kept> latest) {
        return HouseWords.firstReadable(latest).orElse(EverydayWords.NONE);
    }

    /**
     * Keeps an entry.
     *
     * @param seen the version that the writer had before their eyes; 0: none
     * @param before the bank's word of the entry that it replaces; empty: it is a new one
     */
    public Answer put(int seen, Optional<String> before, String bank, List<String> people) {
        return change(seen, words -> {
            var entries = new ArrayList<>(words.entries());
            int at = before.map(b -> place(entries, b)).orElse(-1);
            List<String> remarks = at < 0 ? List.of() : entries.get(at).remarks();
            var entry =
                    new Entry(bank.strip(), people.stream().map(String::strip).toList(), remarks);
            if (at < 0) entries.add(entry);
            else entries.set(at, entry);
            return EverydayWords.of(words.remarks(), entries);
        });
    }

    private static int place(List<Entry> entries, String bank) {
        for (int i = 0; i < entries.size(); i++) if (entries.get(i).bank().equals(bank)) return i;
        return -1;
    }

    public Answer remove(int seen, String bank) {
        return change(
                seen,
                words -> EverydayWords.of(
                        words.remarks(),
                        words.entries().stream()
                                .filter(e -> !e.bank().equals(bank))
                                .toList()));
    }

    public Answer take(int seen, WordCandidate candidate) {
        return change(seen, words -> words.with(candidate.bank(), candidate.said()));
    }

    /** It is proposed no more, to nobody. */
    public Answer dismiss(WordCandidate candidate) {
        if (!may()) return new Answer.NotPermitted();
        books.transactions()
                .run(() -> books.dismissed()
                        .add(
                                new WordCandidate.Dismissed(
                                        candidate.said(), candidate.article().slug()),
                                who.id(),
                                time.now()));
        return new Answer.Done();
    }

    /** Puts an earlier list in force again, as it was written. */
    public Answer rollBack(int seen, int version) {
        Optional<Kept> then = books.words().version(version);
        return then.isEmpty() ? new Answer.ChangedMeanwhile() : change(seen, words -> asWritten(then.get()));
    }

    private static EverydayWords asWritten(Kept then) {
        return then.read().orElseGet(() -> new EverydayWords(List.of(), List.of(), then.source()));
    }

    private Answer change(int seen, UnaryOperator<EverydayWords> how) {
        if (!may()) return new Answer.NotPermitted();
        Answer answer = books.transactions().call(() -> {
            if (books.words().version() != seen) return new Answer.ChangedMeanwhile();
            String source = how.apply(books.words().readable().orElse(EverydayWords.NONE))
                    .source();
            try {
                EverydayWordsReader.read("", source);
            } catch (YamlMistakes e) {
                return new Answer.Mistaken(e.mistakes().getFirst().text());
            }
            var next = new Kept(seen + 1, source, Optional.of(who.id()), time.now());
            return books.words().add(next) ? new Answer.Done() : new Answer.ChangedMeanwhile();
        });
        if (answer instanceof Answer.Done) changed.run();
        return answer;
    }
}
