package amends.app;

import amends.customer.Correcting;
import amends.customer.CustomerImport;
import amends.customer.CustomerOffice;
import amends.customer.CustomerProfile;
import amends.customer.CustomersExport;
import amends.customer.Duplicates;
import amends.customer.FindingCustomers;
import amends.customer.FindingDuplicates;
import amends.customer.ImportTidying;
import amends.customer.LoggingSearchGate;
import amends.customer.Merge;
import amends.customer.Merging;
import amends.customer.OutsideField;
import amends.customer.PersonalFile;
import amends.customer.PersonalRecord;
import amends.customer.Portrait;
import amends.customer.ProfileActs;
import amends.customer.ProfileOutcome;
import amends.customer.SearchGate;
import amends.customer.Table;
import amends.customer.TableWriter;
import amends.customer.jdbc.JdbcCustomerSearch;
import amends.customer.jdbc.JdbcDuplicates;
import amends.customer.jdbc.JdbcExportRows;
import amends.customer.jdbc.JdbcImportStore;
import amends.customer.jdbc.JdbcMerges;
import amends.customer.jdbc.JdbcSearchGate;
import amends.customer.jdbc.JdbcTombstones;
import amends.customer.spreadsheet.TableFiles;
import amends.customer.spreadsheet.TableWriters;
import amends.kernel.DutyHandler;
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
import java.util.Set;
import java.util.UUID;

/** Customers as a whole, for one member: found, taken in, merged, shown, erased, written out. */
final class CustomersRoom implements CustomerOffice {
    private static final int MOST_PAIRS = 200;
    private static final Set<Permission> OF_WHOLE_PERSONS = Set.of(
            Permission.MERGE_CUSTOMERS,
            Permission.SHOW_PERSON,
            Permission.ERASE_PERSON,
            Permission.IMPORT_CUSTOMERS,
            Permission.EXPORT_CUSTOMERS);
    private final StaffMember member;
    private final StoreRoom store;
    private final FindingCustomers finding;
    private final CustomerImport imports;
    private final Duplicates duplicates;
    private final FindingDuplicates search;
    private final Merging merging;
    private final PersonalFile file;
    private final CustomersExport export;
    private final LettersRoom letters;
    private final Correcting correcting;
    private final ProfileActs acts;
    private final String homeRegion;

    CustomersRoom(StaffMember member, StoreRoom store, ComplaintIntake intake, String homeRegion, Timekeeper time) {
        this.homeRegion = homeRegion;
        correcting = store.profile().correcting(store, member, time);
        acts = store.profile().desk(store, member, homeRegion, time).acts();
        this.member = member;
        this.store = store;
        var database = store.database();
        var zone = ZoneId.systemDefault();
        var merges = new JdbcMerges(database);
        SearchGate gate = store.isPersonal()
                ? new JdbcSearchGate(database)
                : new LoggingSearchGate(new JdbcCustomerSearch(database), store.audit(), database, time);
        finding = new FindingCustomers(gate, homeRegion);
        duplicates = new JdbcDuplicates(database);
        imports = new CustomerImport(
                new JdbcImportStore(database), duplicates, store.audit(), database, time, homeRegion, zone);
        search = new FindingDuplicates(duplicates, database, time);
        merging = new Merging(merges, store.personalRecords(), store.audit(), database, time);
        file = new PersonalFile(
                merges, new JdbcTombstones(database), store.personalRecords(), store.audit(), database, time);
        export = new CustomersExport(
                new JdbcExportRows(database, zone), new TableWriters(), store.audit(), database, time);
        letters = new LettersRoom(member, store, correcting, intake, homeRegion, time);
    }

    /** What imports that died left on its way: gone at the next start where the database is one's own, at night else. */
    static DutyHandler tidying(StoreRoom store, DeskSettings settings, Timekeeper time) {
        var tidying = new ImportTidying(
                new JdbcImportStore(store.database()), store.duties(), store.database(), ZoneId.systemDefault(), time);
        boolean alone = settings.database().url().startsWith("jdbc:h2:");
        store.queue().put(ImportTidying.class, () -> tidying.begin(alone));
        return tidying;
    }

    /** What concerns whole persons is not for somebody's own login: the services' tables are not open to it. */
    @Override
    public boolean may(Permission act) {
        return act.isGivenTo(member) && !(store.isPersonal() && OF_WHOLE_PERSONS.contains(act));
    }

    @Override
    public FindingCustomers.Page find(String typed, int from, int most) {
        return finding.find(typed, from, most, member);
    }

    @Override
    public Optional<Correcting.Standing> look(UUID customer) {
        return correcting.look(customer, "customers page");
    }

    @Override
    public ProfileOutcome correct(Correcting.Standing shown, OutsideField field, String value, String why) {
        return correcting.correct(shown, field, value, why);
    }

    @Override
    public ProfileOutcome addNumber(UUID customer, String typed) {
        return PhoneNumber.parse(typed.strip(), homeRegion)
                .map(number -> acts.addNumber(customer, number))
                .orElse(new ProfileOutcome.Refused(ProfileOutcome.Why.UNREADABLE));
    }

    @Override
    public ProfileOutcome mainNumber(UUID customer, int place) {
        return acts.mainNumber(customer, place);
    }

    @Override
    public ProfileOutcome label(UUID customer, int place, Portrait.NumberLabel label) {
        return acts.label(customer, place, label);
    }

    @Override
    public Table open(Path path) throws Table.Unreadable {
        return new TableFiles().open(path);
    }

    private CustomerImport.Ask ask(Import wanted) {
        return new CustomerImport.Ask(
                wanted.table(), wanted.columns(), wanted.source(), wanted.changeKnown(), wanted.goodRowsOnly(), member);
    }

    @Override
    public CustomerImport.Outcome check(Import wanted, CustomerImport.Watch watch) {
        return switch (wanted.kind()) {
            case CUSTOMERS -> imports.check(ask(wanted), watch);
            case LETTERS -> letters.imports().check(ask(wanted), watch);
        };
    }

    @Override
    public CustomerImport.Outcome take(Import wanted, CustomerImport.Watch watch) {
        return switch (wanted.kind()) {
            case CUSTOMERS -> imports.run(ask(wanted), watch);
            case LETTERS -> letters.imports().run(ask(wanted), watch);
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
    public List<Merge> mergedInto(UUID kept) {
        return merging.into(kept);
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

    @Override
    public void write(Path path, List<String> header, List<List<String>> rows) throws IOException {
        try (TableWriter table = new TableWriters().create(path, header)) {
            for (List<String> row : rows) table.row(row);
        }
    }

    @Override
    public Optional<Integer> keep(Letter letter) {
        return letters.keep(letter);
    }
}
