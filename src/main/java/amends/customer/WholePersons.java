package amends.customer;

import amends.customer.CustomerOffice.Import;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is done to persons as a whole, and to all of them: by this program itself, or by the services that it asks.
 * Blocks; who asks the services waits until it is done.
 *
 * @throws NobodyServes from each, where no services run
 * @throws ServicesFailed from each, where they run and could not
 */
public interface WholePersons {
    /** Whether the services are asked: then it takes seconds. */
    boolean isAsked();

    CustomerImport.Outcome check(Import wanted, CustomerImport.Watch watch);

    CustomerImport.Outcome take(Import wanted, CustomerImport.Watch watch);

    List<Duplicates.Pair> duplicates(int most);

    int findDuplicates(FindingDuplicates.Watch watch);

    /** They are two. */
    void dismiss(UUID duplicate);

    Merging.Outcome merge(UUID kept, UUID gone, String why);

    Merging.Outcome separate(UUID merge);

    List<PersonalRecord> shown(UUID customer, String why);

    PersonalFile.Erasure erase(UUID customer, boolean evenIfOpen, String why);

    /** @return how many; empty when it was cancelled */
    Optional<Integer> export(Path file, FindingDuplicates.Watch watch) throws IOException;

    /** The services tried, and could not: their reason. */
    final class ServicesFailed extends RuntimeException {
        private static final long serialVersionUID = 1;

        /** @param reason as a line, for people */
        public ServicesFailed(String reason) {
            super(reason);
        }
    }

    /** No services took it up in time, or they ended in the middle of it. It was taken back: nothing was done. */
    final class NobodyServes extends RuntimeException {
        private static final long serialVersionUID = 1;

        public NobodyServes() {
            super("no services run: nothing was done");
        }
    }
}
