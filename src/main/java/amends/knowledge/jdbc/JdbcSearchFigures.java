package amends.knowledge.jdbc;

import amends.kernel.jdbc.Database;
import amends.knowledge.SearchFigure;
import amends.knowledge.SearchFigures;
import java.time.LocalDate;
import java.util.List;

/** The search's figures as rows. */
public final class JdbcSearchFigures implements SearchFigures {
    private final Database database;

    public JdbcSearchFigures(Database database) {
        this.database = database;
    }

    @Override
    public void put(LocalDate from, LocalDate before, List<SearchFigure> figures) {
        database.insertingHandle(h -> {
            h.execute("delete from search_figure where figure_day >= ? and figure_day < ?", from, before);
            for (SearchFigure one : figures)
                if (!one.day().isBefore(from) && one.day().isBefore(before))
                    h.execute(
                            "insert into search_figure (figure_day, queue, answers, mrr10, ndcg10, success3)"
                                    + " values (?, ?, ?, ?, ?, ?)",
                            one.day(),
                            one.queue(),
                            one.answers(),
                            one.mrr10(),
                            one.ndcg10(),
                            one.success3());
            return figures.size();
        });
    }

    @Override
    public List<SearchFigure> since(LocalDate day) {
        return database.handle(h -> h.select(
                        "select * from search_figure where figure_day >= ? order by figure_day desc,"
                                + " case when queue = '*' then 0 else 1 end, queue",
                        day)
                .map((row, context) -> new SearchFigure(
                        row.getObject("figure_day", LocalDate.class),
                        row.getString("queue"),
                        row.getInt("answers"),
                        row.getDouble("mrr10"),
                        row.getDouble("ndcg10"),
                        row.getDouble("success3")))
                .list());
    }
}
