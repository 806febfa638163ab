package amends.desktop.authors;

import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleText;
import amends.knowledge.Authoring;
import amends.knowledge.Authoring.Piece;
import amends.knowledge.Stewardship;
import amends.knowledge.TextDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The versions of the article at hand, and how each differs from the one before it. */
final class VersionsModel extends PresentationModel {
    /** @param number 0: what is being written */
    record Version(int number, ArticleText text) {}

    private final Authoring authoring;
    private final PostingWork work;
    private final Runnable away;
    private Piece piece = new Piece(Optional.empty(), Optional.empty(), Stewardship.NONE);
    private boolean open;
    private List<Version> all = List.of();
    private int chosen;

    /** @param away told when they cannot be had */
    VersionsModel(Authoring authoring, PostingWork work, Runnable away) {
        this.authoring = authoring;
        this.work = work;
        this.away = away;
    }

    /** Whether they stand in the place of the fields. */
    boolean isOpen() {
        return open;
    }

    void toggle() {
        open = !open;
        if (open) fetch();
        changed();
    }

    /** Whoever calls it tells what is there instead. */
    void close() {
        open = false;
    }

    /** Another article, or this one after something was done with it. */
    void show(Piece now) {
        piece = now;
        all = List.of();
        chosen = 0;
        if (open) fetch();
    }

    private Optional<ArticleId> id() {
        return piece.text().map(ArticleText::id);
    }

    private void fetch() {
        Piece of = piece;
        id().ifPresent(id -> work.ask(
                () -> authoring.versions(id),
                found -> {
                    if (of == piece) take(found);
                },
                failure -> away.run()));
    }

    private void take(List<ArticleText> found) {
        var shown = new ArrayList<Version>();
        piece.open().ifPresent(m -> shown.add(new Version(0, m.text())));
        for (int i = found.size(); i > 0; i--) shown.add(new Version(i, found.get(i - 1)));
        all = List.copyOf(shown);
        chosen = 0;
        changed();
    }

    /** The newest first. */
    List<Version> all() {
        return all;
    }

    Optional<Version> chosen() {
        return chosen < all.size() ? Optional.of(all.get(chosen)) : Optional.empty();
    }

    /** The chosen one, where it is or was in use. */
    Optional<Version> inUse() {
        return chosen().filter(v -> v.number() > 0);
    }

    void choose(int place) {
        if (place < 0 || place >= all.size() || place == chosen) return;
        chosen = place;
        changed();
    }

    /** What the chosen version changed in the one before it; all of it is new in the first. */
    Optional<TextDifference> difference() {
        String before = chosen + 1 < all.size() ? readable(all.get(chosen + 1).text()) : "";
        return chosen().map(version -> TextDifference.between(before, readable(version.text())));
    }

    /** All that can change, one below the other, as an author reads it. */
    private static String readable(ArticleText text) {
        String validity = text.validity().from().map(Object::toString).orElse("…") + " – "
                + text.validity().until().map(Object::toString).orElse("…");
        return text.title() + "\n" + text.category() + " · " + validity + "\n"
                + String.join("\n", text.questions().stream().map(q -> "? " + q).toList()) + "\n"
                + String.join("\n", text.tags().stream().map(t -> "# " + t).toList()) + "\n\n" + text.body() + "\n\n"
                + text.sms().map(s -> "» " + s).orElse("") + "\n\n"
                + String.join(
                        "\n", text.attachments().stream().map(AuthorWords::file).toList());
    }
}
