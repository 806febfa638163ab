package amends.app;

import amends.customer.Correcting;
import amends.customer.CustomerImport;
import amends.customer.CustomerOffice;
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
import amends.customer.WholePersons;
import amends.customer.jdbc.JdbcCustomerSearch;
import amends.customer.jdbc.JdbcImportStore;
import amends.customer.jdbc.JdbcMerges;
import amends.customer.jdbc.JdbcSearchGate;
import amends.customer.spreadsheet.TableFiles;
import amends.customer.spreadsheet.TableWriters;
import amends.kernel.DutyHandler;
import amends.kernel.PhoneNumber;
import amends.kernel.Timekeeper;
import amends.recovery.ComplaintIntake;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Customers as a whole, for one member: found, taken in, merged, shown, erased, written out. */
final class CustomersRoom implements CustomerOffice {
    private final StaffMember member;
    private final StoreRoom store;
    private final FindingCustomers finding;
    private final WholePersons persons;
    private final JdbcMerges merges;
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
        merges = new JdbcMerges(database);
        SearchGate gate = store.isPersonal()
                ? new JdbcSearchGate(database)
                : new LoggingSearchGate(new JdbcCustomerSearch(database), store.audit(), database, time);
        finding = new FindingCustomers(gate, homeRegion);
        persons = store.isPersonal()
                ? new AskedPersons(member, store, AskedPersons.Patience.USUAL, time)
                : new SharedPersons(member, store, intake, homeRegion, time);
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

    @Override
    public boolean may(Permission act) {
        return act.isGivenTo(member);
    }

    @Override
    public boolean isAsked() {
        return persons.isAsked();
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

    @Override
    public CustomerImport.Outcome check(Import wanted, CustomerImport.Watch watch) {
        return persons.check(wanted, watch);
    }

    @Override
    public CustomerImport.Outcome take(Import wanted, CustomerImport.Watch watch) {
        return persons.take(wanted, watch);
    }

    @Override
    public List<Duplicates.Pair> duplicates(int most) {
        return persons.duplicates(most);
    }

    @Override
    public int findDuplicates(FindingDuplicates.Watch watch) {
        return persons.findDuplicates(watch);
    }

    @Override
    public void dismiss(UUID duplicate) {
        persons.dismiss(duplicate);
    }

    @Override
    public Merging.Outcome merge(UUID kept, UUID gone, String why) {
        return persons.merge(kept, gone, why);
    }

    @Override
    public Merging.Outcome separate(UUID merge) {
        return persons.separate(merge);
    }

    @Override
    public List<Merge> mergedInto(UUID kept) {
        return merges.into(kept);
    }

    @Override
    public List<PersonalRecord> shown(UUID customer, String why) {
        return persons.shown(customer, why);
    }

    @Override
    public PersonalFile.Erasure erase(UUID customer, boolean evenIfOpen, String why) {
        return persons.erase(customer, evenIfOpen, why);
    }

    @Override
    public Optional<Integer> export(Path path, FindingDuplicates.Watch watch) throws IOException {
        return persons.export(path, watch);
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
