package amends.knowledge;

import java.util.List;

/** What a search found, best first. @param ready false while the articles are being fetched: there may be more */
public record Hits(List<Hit> hits, boolean ready) {
    public Hits {
        hits = List.copyOf(hits);
    }
}
