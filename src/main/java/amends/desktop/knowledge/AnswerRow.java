package amends.desktop.knowledge;

import amends.knowledge.Article;
import amends.knowledge.Cue;
import amends.knowledge.Marked;
import java.util.List;

/**
 * One answer as it stands in the list, in the reader's script.
 *
 * @param because what brought it; empty for one that was searched
 */
public record AnswerRow(Article article, Marked title, Marked excerpt, List<Cue> because) {
    public AnswerRow {
        because = List.copyOf(because);
    }
}
