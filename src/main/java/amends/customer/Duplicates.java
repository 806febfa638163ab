package amends.customer;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who may be who. Blocks; joins the caller's transaction. */
public interface Duplicates {
    /** Once each; a pair that was looked at and is two stays two. */
    void add(Duplicate duplicate);

    /** Those nobody has looked at, the surest first, with how both are called. */
    List<Pair> open(int most);

    int countOpen();

    /** Somebody looked: they are two. */
    void dismiss(UUID duplicate);

    /** Whoever there is, in the order of their ids; not the merged, not the erased. @param last of the page before */
    List<Person> after(Optional<UUID> last, int most);

    /** As much as is needed to find likeness. @param birthday month and day; 0 when not known */
    record Person(UUID id, String name, String region, int birthday) {}

    /** @param one what is shown of the first @param another of the second */
    record Pair(Duplicate duplicate, FoundCustomer one, FoundCustomer another) {}
}
