package amends.app;

import amends.customer.CustomerImport;
import amends.customer.CustomerImport.Ask;
import amends.customer.CustomerImport.Outcome;
import amends.customer.CustomerImport.Watch;
import amends.customer.CustomerOffice.Import;
import amends.customer.CustomerProfile;
import amends.customer.CustomersExport;
import amends.customer.Duplicates;
import amends.customer.FindingDuplicates;
import amends.customer.Merging;
import amends.customer.PersonalFile;
import amends.customer.PersonalRecord;
import amends.customer.WholePersons;
import amends.customer.jdbc.JdbcDuplicates;
import amends.customer.jdbc.JdbcExportRows;
import amends.customer.jdbc.JdbcImportStore;
import amends.customer.jdbc.JdbcMerges;
import amends.customer.jdbc.JdbcTombstones;
import amends.customer.spreadsheet.TableWriters;
import amends.kernel.PhoneNumber;
import amends.kernel.Timekeeper;
import amends.recovery.ComplaintIntake;
import amends.staff.NotPermitted;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Whole persons on a database that this program may change: at a desk that shares its login, or at the services. */
final class SharedPersons implements WholePersons {
    private static final int MOST_PAIRS = 200;
    private final StaffMember member;
    private final StoreRoom store;
    private final CustomerImport imports;
    private final Duplicates duplicates;
    private final FindingDuplicates search;
    private final Merging merging;
    private final PersonalFile file;
    private final CustomersExport export;
    private final LettersRoom letters;

    SharedPersons(StaffMember member, StoreRoom store, ComplaintIntake intake, String homeRegion, Timekeeper time) {
        this.member = member;
        this.store = store;
        var database = store.database();
        var zone = ZoneId.systemDefault();
        var merges = new JdbcMerges(database);
        duplicates = new JdbcDuplicates(database);
        imports = new CustomerImport(
                new JdbcImportStore(database), duplicates, store.audit(), database, time, homeRegion, zone);
        search = new FindingDuplicates(duplicates, database, time);
        merging = new Merging(merges, store.personalRecords(), store.audit(), database, time);
        file = new PersonalFile(
                merges, new JdbcTombstones(database), store.personalRecords(), store.audit(), database, time);
        export = new CustomersExport(
                new JdbcExportRows(database, zone), new TableWriters(), store.audit(), database, time);
        letters = new LettersRoom(
                member, store, store.profile().correcting(store, member, time), intake, homeRegion, time);
    }

    @Override
    public boolean isAsked() {
        return false;
    }

    private Ask ask(Import wanted) {
        return new Ask(
                wanted.table(), wanted.columns(), wanted.source(), wanted.changeKnown(), wanted.goodRowsOnly(), member);
    }

    @Override
    public Outcome check(Import wanted, Watch watch) {
        return switch (wanted.kind()) {
            case CUSTOMERS -> imports.check(ask(wanted), watch);
            case LETTERS -> letters.imports().check(ask(wanted), watch);
        };
    }

    @Override
    public Outcome take(Import wanted, Watch watch) {
        return take(wanted, watch, taken -> {});
    }

    /** @param taken told in the transaction in which the rows are taken in */
    Outcome take(Import wanted, Watch watch, Consumer<Outcome.Imported> taken) {
        return switch (wanted.kind()) {
            case CUSTOMERS -> imports.run(ask(wanted), watch, taken);
            case LETTERS -> letters.imports().run(ask(wanted), watch, taken);
        };
    }

    @Override
    public List<Duplicates.Pair> duplicates(int most) {
        NotPermitted.unless(member, Permission.MERGE_CUSTOMERS);
        return duplicates.open(Math.min(most, MOST_PAIRS));
    }

    @Override
    public int findDuplicates(FindingDuplicates.Watch watch) {
        return search.find(member, watch);
    }

    @Override
    public void dismiss(UUID duplicate) {
        NotPermitted.unless(member, Permission.MERGE_CUSTOMERS);
        duplicates.dismiss(duplicate);
    }

    @Override
    public Merging.Outcome merge(UUID kept, UUID gone, String why) {
        return merging.merge(kept, gone, member, why);
    }

    @Override
    public Merging.Outcome separate(UUID merge) {
        return merging.separate(merge, member);
    }

    @Override
    public List<PersonalRecord> shown(UUID customer, String why) {
        return file.shown(customer, member, why);
    }

    @Override
    public PersonalFile.Erasure erase(UUID customer, boolean evenIfOpen, String why) {
        List<PhoneNumber> numbers =
                store.customers().byId(customer).map(CustomerProfile::numbers).orElse(List.of());
        PersonalFile.Erasure erasure = file.erase(customer, evenIfOpen, member, why);
        if (erasure instanceof PersonalFile.Erasure.Erased)
            new HomeJournals(store.journal().getParent()).forget(customer, numbers);
        return erasure;
    }

    @Override
    public Optional<Integer> export(Path path, FindingDuplicates.Watch watch) throws IOException {
        return export.write(path, member, watch);
    }
}
