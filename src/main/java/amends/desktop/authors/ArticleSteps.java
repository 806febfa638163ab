package amends.desktop.authors;

import amends.desktop.AuthorPorts;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLife.Event;
import amends.knowledge.ArticleLife.Work;
import amends.knowledge.Manuscript;

/** What an author does with the article at hand: given to be read, published, sent back, dropped, retired, recalled. */
final class ArticleSteps {
    private final AuthorPorts ports;
    private final ArticlesModel model;

    ArticleSteps(AuthorPorts ports, ArticlesModel model) {
        this.ports = ports;
        this.model = model;
    }

    private long revision() {
        return model.piece().open().map(Manuscript::revision).orElse(0L);
    }

    /** The next step of its life: given to be read, or published by who reads it. */
    void goOn() {
        model.keeping(() -> {
            long revision = revision();
            ArticleId id = model.form().id();
            if (model.life().work() == Work.IN_REVIEW)
                model.act(Event.PUBLISH, () -> ports.authoring().publish(id, revision));
            else model.act(Event.SUBMIT, () -> ports.authoring().submit(id, revision));
        });
    }

    void sendBack() {
        String why = model.reason();
        ArticleId id = model.form().id();
        model.keeping(() -> {
            long revision = revision();
            model.act(Event.SEND_BACK, () -> ports.authoring().sendBack(id, revision, why));
        });
    }

    /** Leaves what is being written, typed or kept. */
    void drop() {
        if (model.isBusy()) return;
        boolean kept = model.piece().open().isPresent();
        ArticleId id = model.form().id();
        long revision = revision();
        model.untype();
        if (kept) model.act(Event.DROP, () -> ports.authoring().drop(id, revision));
    }

    void retire() {
        String why = model.reason();
        ArticleId id = model.form().id();
        model.keeping(() -> model.act(Event.RETIRE, () -> ports.authoring().retire(id, why)));
    }

    /** The chosen version's words become a draft. */
    void rollBack() {
        model.versions().inUse().ifPresent(version -> {
            ArticleId id = model.form().id();
            long revision = revision();
            model.versions().close();
            model.act(Event.WRITE, () -> ports.authoring().rollBack(id, version.number(), revision));
        });
    }

    /** The chosen version was wrong: whoever was told it is owed. */
    void markWrong() {
        model.versions().inUse().ifPresent(version -> {
            ArticleId id = model.form().id();
            String why = model.reason();
            model.recall(() -> ports.recalling().recall(id, version.number(), why));
        });
    }
}
