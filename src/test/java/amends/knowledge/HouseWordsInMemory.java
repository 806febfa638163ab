package amends.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Lists of everyday words in a list. */
public final class HouseWordsInMemory implements HouseWords {
    private final List<Kept> lists = new CopyOnWriteArrayList<>();

    /** Puts a list in force. */
    public void put(EverydayWords words, Optional<UUID> by) {
        lists.add(new Kept(lists.size() + 1, words.source(), by, java.time.Instant.parse("2026-01-02T03:04:05Z")));
    }

    @Override
    public int version() {
        return lists.size();
    }

    @Override
    public Optional<Kept> version(int number) {
        return lists.stream().filter(k -> k.version() == number).findFirst();
    }

    @Override
    public List<Kept> latest(int most) {
        return lists.reversed().stream().limit(most).toList();
    }

    @Override
    public boolean add(Kept next) {
        return next.version() > lists.size() && lists.add(next);
    }
}
