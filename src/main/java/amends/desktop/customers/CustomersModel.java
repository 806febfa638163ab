package amends.desktop.customers;

import amends.customer.Correcting.Standing;
import amends.customer.CustomerOffice;
import amends.customer.CustomerProfile;
import amends.customer.FoundCustomer;
import amends.customer.Merge;
import amends.customer.Merging;
import amends.customer.OutsideField;
import amends.customer.PersonalFile.Erasure;
import amends.customer.PersonalRecord;
import amends.customer.Portrait.NumberLabel;
import amends.customer.ProfileOutcome;
import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.kernel.Timekeeper;
import amends.staff.Permission;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;

/** Who was found, and the one of them that is looked at. */
public final class CustomersModel extends PresentationModel {
    static final int PAGE = 50;
    private final CustomerOffice office;
    private final PostingWork work;
    private final Timekeeper time;
    private final TableModel table;
    private final DuplicatesModel duplicates;
    private Part part = Part.FIND;
    private String typed = "";
    private List<FoundCustomer> found = List.of();
    private boolean more;
    private boolean searched;
    private Optional<FoundCustomer> chosen = Optional.empty();
    private Optional<Standing> standing = Optional.empty();
    private List<PersonalRecord> records = List.of();
    private List<Merge> merged = List.of();
    private List<PersonalRecord> open = List.of();
    private boolean erasing;
    private Said said = Said.NOTHING;
    private AtomicBoolean cancelled = new AtomicBoolean();
    private boolean exporting;

    /** What of the page is in front. */
    public enum Part {
        FIND,
        IMPORT,
        DUPLICATES
    }

    public CustomersModel(CustomerOffice office, PostingWork work, Timekeeper time) {
        this.office = office;
        this.work = work;
        this.time = time;
        table = new TableModel(office, work, time);
        duplicates = new DuplicatesModel(office, work);
    }

    TableModel table() {
        return table;
    }

    DuplicatesModel duplicates() {
        return duplicates;
    }

    Part part() {
        return part;
    }

    void go(Part where) {
        part = where;
        if (where == Part.DUPLICATES) duplicates.load();
        changed();
    }

    public boolean may(Permission act) {
        return office.may(act);
    }

    void find(String words) {
        typed = words.strip();
        if (typed.isEmpty()) return;
        page(0);
    }

    void moreOfThem() {
        page(found.size());
    }

    private void page(int from) {
        String words = typed;
        work.ask(
                () -> office.find(words, from, PAGE),
                page -> {
                    if (!words.equals(typed)) return;
                    var all = new ArrayList<>(from == 0 ? List.<FoundCustomer>of() : found);
                    all.addAll(page.found());
                    found = List.copyOf(all);
                    more = page.more();
                    searched = true;
                    say("");
                },
                this::failed);
    }

    private void failed(Exception e) {
        exporting = false;
        say(Said.of(e).key());
    }

    /** Where the services are asked, the answer takes seconds. */
    private void asking() {
        if (office.isAsked()) say("customers.asking");
    }

    private void say(String key, Object... arguments) {
        said = key.isEmpty() ? Said.NOTHING : Said.of(key, arguments);
        changed();
    }

    void choose(FoundCustomer customer) {
        if (chosen.filter(customer::equals).isPresent()) return;
        chosen = Optional.of(customer);
        forgetShown();
        look(customer);
        changed();
    }

    /** What stands there is what is kept: after every change it is looked at anew. */
    private void look(FoundCustomer customer) {
        UUID id = customer.mergedInto().orElse(customer.id());
        work.ask(
                () -> new Looked(office.look(id), may(Permission.MERGE_CUSTOMERS) ? office.mergedInto(id) : List.of()),
                looked -> {
                    if (chosen.filter(customer::equals).isEmpty()) return;
                    standing = looked.standing();
                    merged = looked.merged();
                    changed();
                },
                this::failed);
    }

    private record Looked(Optional<Standing> standing, List<Merge> merged) {}

    private void forgetShown() {
        standing = Optional.empty();
        records = List.of();
        merged = List.of();
        open = List.of();
        erasing = false;
        said = Said.NOTHING;
    }

    private Optional<UUID> id() {
        return profile().map(CustomerProfile::id);
    }

    /** All that is kept about the chosen one. */
    void show() {
        asking();
        id().ifPresent(id -> work.ask(
                () -> office.shown(id, "shown on the customers page"),
                all -> {
                    if (!isShown(id)) return;
                    records = all;
                    say("");
                },
                this::failed));
    }

    /** Whether this one is still looked at: an answer that comes late must not stand under another's name. */
    private boolean isShown(UUID customer) {
        return id().filter(customer::equals).isPresent();
    }

    /** What is shown, written to a file. @param rows as the view puts it into words */
    void save(List<String> header, List<List<String>> rows) {
        Path file = file("person", ".xlsx");
        work.ask(
                () -> {
                    office.write(file, header, rows);
                    return file;
                },
                done -> say("customers.saved", done),
                this::failed);
    }

    Path file(String what, String ending) {
        String at = time.now().toString().replaceAll("[^0-9]", "").substring(0, 14);
        return Path.of(System.getProperty("user.home"), "amends-" + what + "-" + at + ending);
    }

    /** Asks for the reason first. */
    void beginErasing() {
        erasing = true;
        open = List.of();
        changed();
    }

    void leaveErasing() {
        erasing = false;
        open = List.of();
        changed();
    }

    /** @param why typed by whoever erases; what is still open asks once more */
    void erase(String why) {
        boolean seen = !open.isEmpty();
        asking();
        id().ifPresent(id -> work.ask(() -> office.erase(id, seen, why), outcome -> erased(id, outcome), this::failed));
    }

    private void erased(UUID asked, Erasure outcome) {
        switch (outcome) {
            case Erasure.StillOpen(var what) -> {
                if (!isShown(asked)) return;
                open = what;
                say("customers.stillOpen");
            }
            case Erasure.Refused(var reason) -> {
                if (isShown(asked)) say("customers.refused", reason);
            }
            case Erasure.Erased(int rows) -> gone(asked, rows);
        }
    }

    private void gone(UUID erased, int rows) {
        found = found.stream().filter(f -> !f.id().equals(erased)).toList();
        if (isShown(erased)) {
            chosen = Optional.empty();
            forgetShown();
        }
        say("customers.erased", rows);
    }

    void separate(Merge merge) {
        asking();
        work.ask(
                () -> office.separate(merge.id()),
                outcome -> {
                    merged = merged.stream().filter(m -> m != merge).toList();
                    if (outcome instanceof Merging.Outcome.Refused(var reason)) say("customers.refused", reason);
                    else say("customers.separated");
                },
                this::failed);
    }

    /** @param value what is right @param why in one line */
    void correct(OutsideField field, String value, String why) {
        standing.ifPresent(shown -> act(() -> office.correct(shown, field, value, why)));
    }

    void addNumber(String typed) {
        if (!typed.isBlank()) id().ifPresent(id -> act(() -> office.addNumber(id, typed)));
    }

    void mainNumber(int place) {
        id().ifPresent(id -> act(() -> office.mainNumber(id, place)));
    }

    void label(int place, NumberLabel label) {
        id().ifPresent(id -> act(() -> office.label(id, place, label)));
    }

    private void act(Callable<ProfileOutcome> act) {
        Optional<FoundCustomer> about = chosen;
        work.ask(
                act,
                outcome -> {
                    if (!chosen.equals(about)) return;
                    switch (outcome) {
                        case ProfileOutcome.Kept kept -> say("customers.kept");
                        case ProfileOutcome.Refused(var why) -> say("customers.refused", why);
                    }
                    about.ifPresent(this::look);
                },
                this::failed);
    }

    /** @param complaint whether it is one, and a complaint is opened of it */
    void keep(CustomerOffice.Way way, String subject, String text, boolean complaint) {
        if (text.isBlank() && subject.isBlank()) return;
        id().ifPresent(id -> work.ask(
                () -> office.keep(new CustomerOffice.Letter(id, way, false, time.now(), subject, text, complaint)),
                number -> number.ifPresentOrElse(
                        opened -> say("customers.complaintOpened", opened), () -> say("customers.letterKept")),
                this::failed));
    }

    void export() {
        if (exporting) return;
        exporting = true;
        cancelled = new AtomicBoolean();
        AtomicBoolean stop = cancelled;
        Path file = file("customers", ".xlsx");
        asking();
        work.ask(
                () -> office.export(file, written -> {
                    work.post(() -> say("customers.exporting", written));
                    return !stop.get();
                }),
                written -> {
                    exporting = false;
                    written.ifPresentOrElse(
                            count -> say("customers.exported", count, file), () -> say("customers.cancelled"));
                },
                this::failed);
        changed();
    }

    void cancelExport() {
        cancelled.set(true);
    }

    boolean exporting() {
        return exporting;
    }

    String typed() {
        return typed;
    }

    List<FoundCustomer> found() {
        return found;
    }

    boolean more() {
        return more;
    }

    boolean searched() {
        return searched;
    }

    Optional<FoundCustomer> chosen() {
        return chosen;
    }

    Optional<CustomerProfile> profile() {
        return standing.map(Standing::profile);
    }

    Optional<Standing> standing() {
        return standing;
    }

    List<PersonalRecord> records() {
        return records;
    }

    List<Merge> merged() {
        return merged;
    }

    List<PersonalRecord> open() {
        return open;
    }

    boolean erasing() {
        return erasing;
    }

    Said said() {
        return said;
    }
}
