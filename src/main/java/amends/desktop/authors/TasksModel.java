package amends.desktop.authors;

import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.knowledge.ArticleId;
import amends.knowledge.Feedback;
import amends.knowledge.FeedbackBox;
import amends.knowledge.FeedbackBox.Answer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** What readers found wrong or missing, until somebody saw to it. */
public final class TasksModel extends PresentationModel {
    private final FeedbackBox box;
    private final Function<UUID, String> names;
    private final Function<ArticleId, String> titles;
    private final PostingWork work;
    private List<Feedback> tasks = List.of();
    private Optional<Feedback> chosen = Optional.empty();
    private String answer = "";
    private Optional<Answer> said = Optional.empty();
    private boolean away;

    /** @param names who somebody is; blocks @param titles what an article is called; blocks */
    public TasksModel(
            FeedbackBox box, Function<UUID, String> names, Function<ArticleId, String> titles, PostingWork work) {
        this.box = box;
        this.titles = titles;
        this.names = names;
        this.work = work;
    }

    List<Feedback> tasks() {
        return tasks;
    }

    Optional<Feedback> chosen() {
        return chosen;
    }

    String answer() {
        return answer;
    }

    Optional<Answer> said() {
        return said;
    }

    boolean isAway() {
        return away;
    }

    /** Who said it, and who sees to it; asked with the tasks. */
    private java.util.Map<UUID, String> known = java.util.Map.of();

    private java.util.Map<ArticleId, String> called = java.util.Map.of();

    String title(ArticleId article) {
        return called.getOrDefault(article, article.toString());
    }

    String name(UUID who) {
        return known.getOrDefault(who, "");
    }

    private record Found(
            List<Feedback> tasks, java.util.Map<UUID, String> names, java.util.Map<ArticleId, String> titles) {}

    void load() {
        work.ask(
                () -> {
                    List<Feedback> open = box.tasks();
                    var people = new java.util.HashMap<UUID, String>();
                    var articles = new java.util.HashMap<ArticleId, String>();
                    open.forEach(f -> {
                        people.computeIfAbsent(f.by(), names);
                        articles.computeIfAbsent(f.article(), titles);
                        f.owner().ifPresent(o -> people.computeIfAbsent(o, names));
                    });
                    return new Found(open, people, articles);
                },
                found -> {
                    away = false;
                    tasks = found.tasks();
                    known = found.names();
                    called = found.titles();
                    chosen = chosen.flatMap(c ->
                            tasks.stream().filter(t -> t.id().equals(c.id())).findFirst());
                    changed();
                },
                failure -> {
                    away = true;
                    changed();
                });
    }

    void choose(Feedback task) {
        if (chosen.filter(task::equals).isPresent()) return;
        chosen = Optional.of(task);
        answer = "";
        said = Optional.empty();
        changed();
    }

    void typed(String text) {
        answer = text;
    }

    void take() {
        chosen.ifPresent(task -> act(() -> box.take(task.id())));
    }

    void close(boolean done) {
        String words = answer;
        chosen.ifPresent(task -> act(() -> box.close(task.id(), done, words)));
    }

    private void act(Callable<Answer> doing) {
        work.ask(
                doing,
                result -> {
                    said = Optional.of(result);
                    if (result == Answer.DONE) answer = "";
                    load();
                    changed();
                },
                failure -> {
                    away = true;
                    changed();
                });
    }
}
