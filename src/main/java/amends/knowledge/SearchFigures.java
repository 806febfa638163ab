package amends.knowledge;

import java.time.LocalDate;
import java.util.List;

/** The figures of the search, a day and queue a row. Blocks; joins the caller's transaction. */
public interface SearchFigures {
    /** These in place of those of the days from the first on and before the last. */
    void put(LocalDate from, LocalDate before, List<SearchFigure> figures);

    /** The latest day first, all queues together before each. */
    List<SearchFigure> since(LocalDate day);
}
