package amends.recovery;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a customer is owed: what is open, the gravest first, and of what weighs the same the latest first. */
public record Balance(List<Failure> open) {
    private static final Comparator<Failure> ORDER = Comparator.comparing(Failure::severity)
            .thenComparing(Failure::at)
            .reversed()
            .thenComparing(Failure::id);

    public static final Balance NOTHING = new Balance(List.of());

    public Balance {
        open = open.stream().filter(Failure::isOpen).sorted(ORDER).toList();
    }

    public static Balance of(Collection<Failure> failures) {
        return new Balance(List.copyOf(failures));
    }

    public boolean isEmpty() {
        return open.isEmpty();
    }

    public int count() {
        return open.size();
    }

    /** What an apology speaks of first. */
    public Optional<Failure> worst() {
        return open.stream().findFirst();
    }

    public List<UUID> ids() {
        return open.stream().map(Failure::id).toList();
    }
}
