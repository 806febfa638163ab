package amends.knowledge;

import java.time.Instant;
import java.util.List;

/** The searches that were made. Blocks; joins the caller's transaction. */
public interface SearchLog {
    void add(SearchMade search);

    /** @return how many there were before that moment: they are gone */
    int forgetBefore(Instant moment);

    /** Those since then after which no article was used, the latest first. */
    List<SearchMade> unanswered(Instant since, int most);
}
