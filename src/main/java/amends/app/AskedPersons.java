package amends.app;

import amends.customer.CustomerGate;
import amends.customer.CustomerImport.Outcome;
import amends.customer.CustomerImport.Report;
import amends.customer.CustomerImport.Watch;
import amends.customer.CustomerOffice.Import;
import amends.customer.CustomerProfile;
import amends.customer.CustomerRequest;
import amends.customer.CustomerRequest.Kind;
import amends.customer.CustomerRequest.Progress;
import amends.customer.CustomerRequest.State;
import amends.customer.CustomerRequests;
import amends.customer.Duplicates;
import amends.customer.FindingDuplicates;
import amends.customer.Merging;
import amends.customer.PersonalFile.Erasure;
import amends.customer.PersonalRecord;
import amends.customer.Table;
import amends.customer.WholePersons;
import amends.customer.jdbc.JdbcCustomerRequests;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.Timekeeper;
import amends.kernel.folder.OwnFile;
import amends.staff.NotPermitted;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiPredicate;

/**
 * Whole persons at a desk whose connection is its member's own login: the services are asked, and the desk waits for
 * their answer. What nobody takes up in time is taken back, so that nothing happens by surprise later.
 */
final class AskedPersons implements WholePersons {
    private static final Duration LOOK = Duration.ofMillis(250);
    private final StaffMember member;
    private final StoreRoom store;
    private final CustomerRequests requests;
    private final Timekeeper time;
    private final Patience patience;

    /** @param untilBegun and then untilMoved: without any sign of life @param largest file that is sent, in bytes */
    record Patience(Duration untilBegun, Duration untilMoved, long largest) {
        static final Patience USUAL = new Patience(Duration.ofSeconds(15), Duration.ofMinutes(5), 64L << 20);
    }

    AskedPersons(StaffMember member, StoreRoom store, Patience patience, Timekeeper time) {
        this.member = member;
        this.store = store;
        this.patience = patience;
        this.time = time;
        requests = new JdbcCustomerRequests(store.database(), store.duties(), time);
    }

    @Override
    public boolean isAsked() {
        return true;
    }

    private CustomerRequest request(
            Kind kind, Optional<UUID> customer, Optional<UUID> other, String why, String asked) {
        return new CustomerRequest(Ids.next(), kind, customer, other, why, asked, member.id(), time.now());
    }

    /** @return empty when it was taken back by who watches */
    private Optional<InputStream> answer(
            CustomerRequest request, Iterable<byte[]> enclosed, BiPredicate<Integer, Integer> watch) {
        requests.ask(request, enclosed);
        var last = new Progress(State.ASKED, 0, 0);
        long moved = time.nanos();
        while (true) {
            Progress now = requests.progress(request.id()).orElseThrow(NobodyServes::new);
            if (!now.equals(last)) moved = time.nanos();
            last = now;
            switch (now.state()) {
                case DONE -> {
                    return Optional.of(said(request));
                }
                case FAILED -> throw new ServicesFailed(PackedAnswers.unpack(said(request), in -> in.readUTF()));
                case REFUSED -> throw new IllegalStateException("the services refused " + request.kind());
                case WITHDRAWN -> {
                    return Optional.empty();
                }
                case ASKED, RUNNING -> await(request, now, moved, watch);
            }
        }
    }

    private InputStream said(CustomerRequest request) {
        return PackedAnswers.joined(place -> requests.part(request.id(), true, place));
    }

    private void await(CustomerRequest request, Progress now, long moved, BiPredicate<Integer, Integer> watch) {
        boolean begun = now.state() == State.RUNNING;
        Duration most = begun ? patience.untilMoved() : patience.untilBegun();
        // what is over meanwhile is over: the next look tells
        if (time.nanos() - moved > most.toNanos() && requests.withdraw(request.id())) throw new NobodyServes();
        if (!watch.test(now.rows(), now.faulty())) requests.withdraw(request.id());
        else LockSupport.parkNanos(LOOK.toNanos());
    }

    private InputStream answer(CustomerRequest request) {
        return answer(request, List.of(), (rows, faulty) -> true).orElseThrow(NobodyServes::new);
    }

    @Override
    public Outcome check(Import wanted, Watch watch) {
        return table(Kind.CHECK, wanted, watch);
    }

    @Override
    public Outcome take(Import wanted, Watch watch) {
        return table(Kind.TAKE, wanted, watch);
    }

    private Outcome table(Kind kind, Import wanted, Watch watch) {
        NotPermitted.unless(member, Permission.IMPORT_CUSTOMERS);
        var seen = new int[2];
        try {
            if (Files.size(wanted.table().file()) > patience.largest())
                return new Outcome.Unreadable(new Table.Unreadable(Table.Why.TOO_LARGE, 0, ""));
            Iterable<byte[]> parts = PackedAnswers.parts(wanted.table().file());
            var request = request(kind, Optional.empty(), Optional.empty(), "", AskedTable.written(wanted));
            return answer(request, parts, (rows, faulty) -> {
                        seen[0] = rows;
                        seen[1] = faulty;
                        return watch.goOn(rows, faulty);
                    })
                    .map(answer -> PackedAnswers.unpack(answer, PackedAnswers::outcome))
                    .orElseGet(() -> new Outcome.Cancelled(new Report(seen[0], seen[0] - seen[1], seen[1], List.of())));
        } catch (IOException e) {
            return new Outcome.Unreadable(new Table.Unreadable(Table.Why.NOT_FOUND, 0, ""));
        }
    }

    @Override
    public List<Duplicates.Pair> duplicates(int most) {
        NotPermitted.unless(member, Permission.MERGE_CUSTOMERS);
        var request = request(Kind.PAIRS, Optional.empty(), Optional.empty(), "", String.valueOf(most));
        return PackedAnswers.unpack(answer(request), PackedAnswers::pairs);
    }

    @Override
    public int findDuplicates(FindingDuplicates.Watch watch) {
        NotPermitted.unless(member, Permission.MERGE_CUSTOMERS);
        var request = request(Kind.SEARCH, Optional.empty(), Optional.empty(), "", "");
        return answer(request, List.of(), (rows, faulty) -> watch.goOn(rows))
                .map(answer -> PackedAnswers.unpack(answer, in -> in.readInt()))
                .orElse(0);
    }

    @Override
    public void dismiss(UUID duplicate) {
        NotPermitted.unless(member, Permission.MERGE_CUSTOMERS);
        answer(request(Kind.DISMISS, Optional.empty(), Optional.of(duplicate), "", ""));
    }

    @Override
    public Merging.Outcome merge(UUID kept, UUID gone, String why) {
        NotPermitted.unless(member, Permission.MERGE_CUSTOMERS);
        var request = request(Kind.MERGE, Optional.of(kept), Optional.of(gone), why, "");
        return PackedAnswers.unpack(answer(request), PackedAnswers::merging);
    }

    @Override
    public Merging.Outcome separate(UUID merge) {
        NotPermitted.unless(member, Permission.MERGE_CUSTOMERS);
        var request = request(Kind.SEPARATE, Optional.empty(), Optional.of(merge), "", "");
        return PackedAnswers.unpack(answer(request), PackedAnswers::merging);
    }

    @Override
    public List<PersonalRecord> shown(UUID customer, String why) {
        NotPermitted.unless(member, Permission.SHOW_PERSON);
        var request = request(Kind.SHOW, Optional.of(customer), Optional.empty(), why, "");
        return PackedAnswers.unpack(answer(request), PackedAnswers::records);
    }

    /** What waits in this home is forgotten by its desk; the services forget the rest. */
    @Override
    public Erasure erase(UUID customer, boolean evenIfOpen, String why) {
        NotPermitted.unless(member, Permission.ERASE_PERSON);
        List<PhoneNumber> numbers = store.gate()
                .byId(customer, CustomerGate.Look.of(member, "erased"))
                .map(CustomerProfile::numbers)
                .orElse(List.of());
        var request = request(Kind.ERASE, Optional.of(customer), Optional.empty(), why, String.valueOf(evenIfOpen));
        Erasure erasure = PackedAnswers.unpack(answer(request), PackedAnswers::erasure);
        if (erasure instanceof Erasure.Erased) new HomeJournals(store.journal().getParent()).forget(customer, numbers);
        return erasure;
    }

    @Override
    public Optional<Integer> export(Path path, FindingDuplicates.Watch watch) throws IOException {
        NotPermitted.unless(member, Permission.EXPORT_CUSTOMERS);
        var request = request(
                Kind.EXPORT,
                Optional.empty(),
                Optional.empty(),
                "",
                path.getFileName().toString());
        var answer = answer(request, List.of(), (rows, faulty) -> watch.goOn(rows));
        if (answer.isEmpty()) return Optional.empty();
        try (var in = new DataInputStream(answer.get())) {
            int count = in.readInt();
            write(in, in.readLong(), path);
            return Optional.of(count);
        }
    }

    private static void write(InputStream in, long size, Path path) throws IOException {
        boolean whole = false;
        try (OutputStream out = OwnFile.create(path)) {
            whole = in.transferTo(out) == size;
        } finally {
            if (!whole) Files.deleteIfExists(path);
        }
        if (!whole) throw new IOException("the services' file did not come whole");
    }
}
