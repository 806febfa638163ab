package amends.desktop.authors;

import amends.contact.Contacts;
import amends.desktop.AuthorPorts;
import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleText;
import amends.knowledge.ReadersScript;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** The models of the page's parts, and which part is open. */
public final class AuthorsModel extends PresentationModel {
    private final AuthorPorts ports;
    private final ArticlesModel articles;
    private final FilesModel files;
    private final TasksModel tasks;
    private final TendingModel tending;
    private final RecallsModel recalls;
    private final WordsModel words;
    private final FiguresModel figures;
    private String part = "articles";

    /** @param script in which titles are found, too @param names who somebody is; blocks */
    public AuthorsModel(
            AuthorPorts ports,
            ReadersScript script,
            Contacts contacts,
            Function<UUID, String> names,
            PostingWork work) {
        this.ports = ports;
        articles = new ArticlesModel(ports, script, work);
        files = new FilesModel(ports.attachments(), articles, work);
        tasks = new TasksModel(ports.feedback(), names, this::title, work);
        tending = new TendingModel(ports.tending(), this::title, work);
        recalls = new RecallsModel(ports.recalling(), contacts, names, this::title, work);
        words = new WordsModel(ports.words(), names, this::title, work);
        figures = new FiguresModel(ports.quality(), this::title, work);
    }

    private String title(ArticleId article) {
        return ports.authoring().piece(article).text().map(ArticleText::title).orElse(article.toString());
    }

    /** Whether the page is anything for who sits here. */
    public boolean mayWrite() {
        return ports.authoring().mayWrite();
    }

    public ArticlesModel articles() {
        return articles;
    }

    public FilesModel files() {
        return files;
    }

    public TasksModel tasks() {
        return tasks;
    }

    public TendingModel tending() {
        return tending;
    }

    public RecallsModel recalls() {
        return recalls;
    }

    FiguresModel figures() {
        return figures;
    }

    WordsModel words() {
        return words;
    }

    String part() {
        return part;
    }

    public void go(String name) {
        part = name;
        changed();
    }

    /** Goes to an article. */
    void open(ArticleId article) {
        articles.choose(article);
        go("articles");
    }

    /** Goes to a new article that answers these questions. */
    void write(List<String> questions) {
        articles.begin(questions);
        go("articles");
    }
}
