package amends.desktop.report;

import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.knowledge.ArticleDraft;
import amends.knowledge.DraftApproval;
import amends.recovery.CaseFiling;
import amends.recovery.CaseFiling.Outcome;
import amends.recovery.CaseWords;
import amends.recovery.Pseudonymised.Found;
import amends.recovery.Recovered;
import amends.recovery.RecoveryCase;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Recoveries that could become cases, the cases there are, and the drafts that wait for approval. */
public final class CasesModel extends PresentationModel {
    /** A line of the list. */
    public sealed interface Line {
        record Candidate(Recovered recovered) implements Line {}

        record Waiting(ArticleDraft draft) implements Line {}

        record Told(RecoveryCase told) implements Line {}
    }

    /** What stands below the text. */
    public sealed interface Said {
        record Nothing() implements Said {}

        record Filed() implements Said {}

        /** Taken out just now: to be read again. */
        record StillNamed() implements Said {}

        record Refused(CaseFiling.Reason reason) implements Said {}

        record Decided(DraftApproval.Outcome outcome) implements Said {}

        record Away() implements Said {}
    }

    private static final int MOST_SIMILAR = 2;
    private final CaseFiling filing;
    private final DraftApproval drafts;
    private final PostingWork work;
    private List<Line> lines = List.of();
    private Optional<Line> chosen = Optional.empty();
    private CaseWords words = new CaseWords("", "", "", "");
    private List<Found> found = List.of();
    private final Set<String> kept = new HashSet<>();
    private String reason = "";
    private List<RecoveryCase> similar = List.of();
    private String looked = "";
    private Said said = new Said.Nothing();

    public CasesModel(CaseFiling filing, DraftApproval drafts, PostingWork work) {
        this.filing = filing;
        this.drafts = drafts;
        this.work = work;
    }

    public List<Line> lines() {
        return lines;
    }

    public Optional<Line> chosen() {
        return chosen;
    }

    public CaseWords words() {
        return words;
    }

    /** What was taken out of the chosen one. */
    public List<Found> found() {
        return found;
    }

    public Said said() {
        return said;
    }

    public boolean mayDecide() {
        return drafts.mayDecide();
    }

    public String reason() {
        return reason;
    }

    public void load() {
        work.ask(
                this::fetch,
                loaded -> {
                    lines = loaded;
                    if (chosen.filter(lines::contains).isEmpty()) chosen = Optional.empty();
                    changed();
                },
                failure -> away());
    }

    private List<Line> fetch() {
        var all = new java.util.ArrayList<Line>();
        filing.candidates().forEach(r -> all.add(new Line.Candidate(r)));
        if (drafts.mayDecide()) drafts.waiting().forEach(d -> all.add(new Line.Waiting(d)));
        filing.cases().forEach(c -> all.add(new Line.Told(c)));
        return all;
    }

    public void choose(Line line) {
        if (chosen.filter(line::equals).isPresent()) return;
        chosen = Optional.of(line);
        said = new Said.Nothing();
        kept.clear();
        found = List.of();
        reason = "";
        words = switch (line) {
            case Line.Candidate c -> new CaseWords("", "", "", "");
            case Line.Waiting(var draft) ->
                new CaseWords(draft.text().title(), draft.text().body(), "", "");
            case Line.Told(var told) -> told.words();
        };
        changed();
        if (line instanceof Line.Candidate(var recovered))
            work.ask(
                    () -> filing.prepare(recovered),
                    prepared -> {
                        if (chosen.filter(line::equals).isEmpty()) return;
                        words = prepared.words();
                        found = prepared.found();
                        changed();
                    },
                    failure -> away());
    }

    /** As typed; not told to the view, which has it. */
    public void typed(CaseWords now) {
        words = now;
    }

    /** Cases like the one that is handled now, the likest first. */
    public List<RecoveryCase> similar() {
        return similar;
    }

    /** Looks for cases like this text; what is there stays until others are found, and when the database is away. */
    public void lookLike(String text) {
        if (text.isBlank() || text.equals(looked)) return;
        looked = text;
        work.ask(
                () -> filing.similar(text, "", Set.of(), MOST_SIMILAR),
                like -> {
                    similar = like;
                    changed();
                },
                failure -> looked = "");
    }

    public void typedReason(String text) {
        reason = text;
    }

    /** The person who files says that these words name nobody. */
    public void keep(String guessed) {
        kept.add(guessed);
    }

    public void file() {
        if (!(chosen.orElse(null) instanceof Line.Candidate(var recovered))) return;
        CaseWords now = words;
        Set<String> allowed = Set.copyOf(kept);
        work.ask(() -> filing.file(recovered, now, allowed), this::filed, failure -> away());
    }

    private void filed(Outcome outcome) {
        switch (outcome) {
            case Outcome.Filed f -> {
                said = new Said.Filed();
                chosen = Optional.empty();
                load();
            }
            case Outcome.StillNamed(var prepared) -> {
                words = prepared.words();
                found = prepared.found();
                said = new Said.StillNamed();
            }
            case Outcome.Refused(var why) -> said = new Said.Refused(why);
        }
        changed();
    }

    public void dismiss() {
        if (chosen.orElse(null) instanceof Line.Candidate(var recovered))
            work.ask(
                    () -> {
                        filing.dismiss(recovered);
                        return true;
                    },
                    done -> load(),
                    failure -> away());
    }

    public void publish() {
        if (chosen.orElse(null) instanceof Line.Waiting(var draft))
            work.ask(() -> drafts.publish(draft.id()), this::decided, failure -> away());
    }

    public void decline() {
        if (chosen.orElse(null) instanceof Line.Waiting(var draft)) {
            String why = reason;
            work.ask(() -> drafts.decline(draft.id(), why), this::decided, failure -> away());
        }
    }

    private void decided(DraftApproval.Outcome outcome) {
        said = new Said.Decided(outcome);
        load();
        changed();
    }

    private void away() {
        said = new Said.Away();
        changed();
    }
}
