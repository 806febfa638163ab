package amends.desktop.authors;

import amends.desktop.attachment.FileSize;
import amends.desktop.authors.ArticlesModel.Said;
import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.desktop.look.StateMark;
import amends.knowledge.ArticleFact.Flaw;
import amends.knowledge.ArticleLife;
import amends.knowledge.ArticleLife.Event;
import amends.knowledge.ArticleLife.Use;
import amends.knowledge.ArticleLife.Work;
import amends.knowledge.ArticleMistake;
import amends.knowledge.Attachment;
import amends.knowledge.Authoring.Answer;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.Icon;

/** What authors are told, in words. */
final class AuthorWords {
    private AuthorWords() {}

    static String state(Look look, ArticleLine line) {
        return switch (line) {
            case ArticleLine.Kept(var piece) -> life(look, piece.life());
            case ArticleLine.Aside one -> look.get("authors.unkept");
        };
    }

    /** What is being written, or else what is in use. */
    private static String life(Look look, ArticleLife life) {
        return look.texts().stateWord(life.work() == Work.NOTHING ? life.use() : life.work());
    }

    /** All that {@link #state} can say. */
    static List<String> states(Look look) {
        Stream<Enum<?>> lives = Stream.concat(Stream.of(Work.DRAFT, Work.IN_REVIEW), Stream.of(Use.values()));
        return Stream.concat(lives.map(look.texts()::stateWord), Stream.of(look.get("authors.unkept")))
                .toList();
    }

    static Icon mark(Look look, ArticleLine line) {
        return switch (line) {
            case ArticleLine.Kept(var piece) -> mark(look, piece.life());
            case ArticleLine.Aside one -> new StateMark(StateMark.Shape.RING, Shade.DANGER, look.px(10));
        };
    }

    private static Icon mark(Look look, ArticleLife life) {
        int side = look.px(10);
        if (life.work() == Work.IN_REVIEW) return new StateMark(StateMark.Shape.RING, Shade.HOLD, side);
        if (life.work() == Work.DRAFT) return new StateMark(StateMark.Shape.RING, Shade.ACCENT, side);
        Shade shade = life.use() == Use.PUBLISHED ? Shade.READY : Shade.QUIET;
        return new StateMark(StateMark.Shape.FULL, shade, side);
    }

    static String said(Look look, Said said) {
        return switch (said) {
            case Said.Nothing n -> "";
            case Said.Did(var what) -> look.texts().stateWord(what);
            case Said.Not(var what, var answer) -> not(look, what, answer);
            case Said.NoDay n -> look.get("authors.noDay");
            case Said.Recalled(var answer) -> look.texts().stateWord(answer);
            case Said.Away a -> look.get("authors.away");
            case Said.Aside(var title) ->
                look.get("authors.aside", title.isEmpty() ? look.get("authors.untitled") : title);
        };
    }

    private static String not(Look look, Event what, Answer answer) {
        return switch (answer) {
            case Answer.Done d -> "";
            case Answer.Refused(var why) -> look.texts().stateWord(why);
            case Answer.OwnWords o -> look.get("authors.ownWords");
            case Answer.ChangedMeanwhile c -> look.get("authors.changedMeanwhile");
            case Answer.Outdated(int version) -> look.get("authors.outdated", version);
            case Answer.Mistaken(var mistakes) -> mistaken(look, what, mistakes(look, mistakes));
            case Answer.NoReason n -> look.get("authors.noReason");
            case Answer.NotPermitted n -> look.get("authors.notPermitted");
        };
    }

    /** What was typed is kept before anything else is done with it: then only the step was not taken. */
    private static String mistaken(Look look, Event what, String mistakes) {
        return switch (what) {
            case SUBMIT -> look.get("authors.notReady", mistakes);
            case PUBLISH -> look.get("authors.notPublished", mistakes);
            default -> look.get("authors.mistaken", mistakes);
        };
    }

    /** One line of what changed between versions: another content under the same name is another line. */
    static String file(Attachment one) {
        String extent =
                one.extent().map(e -> " · " + e.width() + " × " + e.height()).orElse("");
        String alt = one.alt().isBlank() ? "" : " · " + one.alt();
        return "▣ " + one.name() + " · " + FileSize.of(one.size()) + extent + alt + " ["
                + one.digest().substring(0, 6) + "]";
    }

    private static String mistakes(Look look, Collection<ArticleMistake> mistakes) {
        return mistakes.stream().map(m -> look.texts().word(m)).collect(Collectors.joining(look.get("authors.and")));
    }

    static String flaws(Look look, Collection<Flaw> flaws) {
        return flaws.stream().map(f -> look.texts().stateWord(f)).collect(Collectors.joining(look.get("authors.and")));
    }
}
