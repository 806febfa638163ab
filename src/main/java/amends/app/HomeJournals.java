package amends.app;

import amends.contact.folder.FolderContactJournal;
import amends.kernel.PhoneNumber;
import amends.recovery.folder.FolderComplaintJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What waits for the database in this home, everybody's who worked here: erased with its person. Blocks. */
final class HomeJournals {
    private static final Logger LOG = LoggerFactory.getLogger(HomeJournals.class);
    private final Path home;

    HomeJournals(Path home) {
        this.home = home;
    }

    /** Drops what names this customer or one of their numbers. */
    void forget(UUID customer, Collection<PhoneNumber> numbers) {
        List<String> theirs = numbers.stream().map(PhoneNumber::e164).toList();
        folders(StoreRoom.JOURNAL)
                .map(FolderContactJournal::new)
                .forEach(journal -> journal.left().stream()
                        .map(left -> left.contact())
                        .filter(c -> c.customer().equals(Optional.of(customer)) || theirs.contains(c.number()))
                        .forEach(c -> journal.drop(c.id())));
        folders(ComplaintRoom.JOURNAL)
                .map(FolderComplaintJournal::new)
                .forEach(journal -> journal.left().stream()
                        .filter(d -> d.customer().equals(Optional.of(customer))
                                || d.callBack().filter(numbers::contains).isPresent())
                        .forEach(d -> journal.drop(d.id())));
    }

    private Stream<Path> folders(String beginning) {
        if (!Files.isDirectory(home)) return Stream.empty();
        try (var all = Files.list(home)) {
            return all.filter(f -> f.getFileName().toString().startsWith(beginning)).toList().stream();
        } catch (IOException | UncheckedIOException e) {
            LOG.error("what waits in {} could not be looked through for an erased person", home, e);
            return Stream.empty();
        }
    }
}
