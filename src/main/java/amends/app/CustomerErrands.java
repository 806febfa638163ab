package amends.app;

import amends.customer.CustomerImport.Outcome;
import amends.customer.CustomerRequest;
import amends.customer.CustomerRequest.Kind;
import amends.customer.CustomerRequest.State;
import amends.customer.CustomerRequests;
import amends.customer.Merging;
import amends.customer.PersonalFile.Erasure;
import amends.customer.Table;
import amends.customer.jdbc.JdbcCustomerRequests;
import amends.customer.spreadsheet.TableWriters;
import amends.kernel.Duty;
import amends.kernel.DutyHandler;
import amends.kernel.PlainText;
import amends.kernel.StoreUnavailable;
import amends.kernel.Timekeeper;
import amends.recovery.ComplaintIntake;
import amends.staff.NotPermitted;
import amends.staff.StaffMember;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what people whose own login may not do it want done to whole persons: in their name, and only what their
 * roles may. Each is done once; what was taken back is not done.
 */
final class CustomerErrands {
    private static final Logger LOG = LoggerFactory.getLogger(CustomerErrands.class);
    private static final int MOST_LOOKS = 24;
    private static final int LONGEST_REASON = 200;
    private final StoreRoom store;
    private final CustomerRequests requests;
    private final Function<StaffMember, SharedPersons> persons;

    CustomerErrands(StoreRoom store, ComplaintIntake intake, String homeRegion, Timekeeper time) {
        this.store = store;
        requests = new JdbcCustomerRequests(store.database(), store.duties(), time);
        persons = member -> new SharedPersons(member, store, intake, homeRegion, time);
    }

    List<DutyHandler> handlers() {
        return List.of(
                new Handler(CustomerRequests.AT_ONCE, false, this::carryOut),
                new Handler(CustomerRequests.LONG, false, this::carryOut),
                new Handler(CustomerRequests.TIDY, true, this::tidy));
    }

    private record Handler(String kind, boolean isTransaction, Function<Duty, Result> work) implements DutyHandler {
        @Override
        public Result carryOut(Duty duty) {
            return work.apply(duty);
        }
    }

    /** What still runs is waited for, a day at most: whoever carried it out is dead then. */
    private DutyHandler.Result tidy(Duty duty) {
        boolean running = requests.progress(duty.subject())
                .filter(now -> now.state() == State.RUNNING)
                .isPresent();
        if (running && duty.attempts() <= MOST_LOOKS)
            return new DutyHandler.Result.Again(CustomerRequests.KEPT, "under way");
        requests.withdraw(duty.subject());
        requests.clear(duty.subject());
        return new DutyHandler.Result.Done();
    }

    /** Once it is over it is over, whatever became of it: only what the database being away kept from it is tried again. */
    private DutyHandler.Result carryOut(Duty duty) {
        UUID id = duty.subject();
        try {
            Optional<CustomerRequest> found = requests.byId(id);
            if (found.isEmpty()) requests.end(id, State.REFUSED, List.of());
            else if (found.get().kind().isAtOnce()) store.database().run(() -> begin(found.get()));
            else begin(found.get());
        } catch (NotPermitted | AskedTable.Malformed e) {
            LOG.warn("{} was asked for what is refused: {}", id, e.getMessage());
            requests.end(id, State.REFUSED, List.of());
        } catch (TakenBack e) {
            LOG.info("{} was taken back: nothing was kept of it", id);
        } catch (StoreUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("{} could not be carried out", id, e);
            String reason = PlainText.line(e.getClass().getSimpleName() + ": " + e.getMessage(), LONGEST_REASON);
            requests.end(id, State.FAILED, PackedAnswers.pack(out -> out.writeUTF(reason)));
        }
        return new DutyHandler.Result.Done();
    }

    private void begin(CustomerRequest request) {
        if (!requests.begin(request.id())) return;
        StaffMember member =
                store.staff().byId(request.who()).orElseThrow(() -> new AskedTable.Malformed("nobody asked for it"));
        carryOut(request, persons.apply(member));
    }

    private static UUID named(Optional<UUID> one) {
        return one.orElseThrow(() -> new AskedTable.Malformed("it does not say whom"));
    }

    private static int number(String asked) {
        try {
            return Integer.parseInt(asked);
        } catch (NumberFormatException e) {
            throw new AskedTable.Malformed(asked);
        }
    }

    private void carryOut(CustomerRequest request, SharedPersons persons) {
        switch (request.kind()) {
            case MERGE ->
                answer(request, persons.merge(named(request.customer()), named(request.other()), request.why()));
            case SEPARATE -> answer(request, persons.separate(named(request.other())));
            case ERASE -> {
                Erasure erasure =
                        persons.erase(named(request.customer()), Boolean.parseBoolean(request.asked()), request.why());
                done(request, PackedAnswers.pack(out -> PackedAnswers.erasure(out, erasure)));
            }
            case SHOW -> {
                var all = persons.shown(named(request.customer()), request.why());
                done(request, PackedAnswers.pack(out -> PackedAnswers.records(out, all)));
            }
            case PAIRS -> {
                var pairs = persons.duplicates(number(request.asked()));
                done(request, PackedAnswers.pack(out -> PackedAnswers.pairs(out, pairs)));
            }
            case DISMISS -> {
                persons.dismiss(named(request.other()));
                done(request, List.of());
            }
            case SEARCH -> {
                int found = persons.findDuplicates(looked -> requests.goOn(request.id(), looked, 0));
                done(request, PackedAnswers.pack(out -> out.writeInt(found)));
            }
            case EXPORT, CHECK, TAKE -> withFiles(request, persons);
        }
    }

    private void answer(CustomerRequest request, Merging.Outcome outcome) {
        done(request, PackedAnswers.pack(out -> PackedAnswers.merging(out, outcome)));
    }

    /** With the act, where that is one transaction: what was taken back in between is undone. */
    private void done(CustomerRequest request, Iterable<byte[]> answer) {
        if (!requests.end(request.id(), State.DONE, answer)) throw new TakenBack();
    }

    private void withFiles(CustomerRequest request, SharedPersons persons) {
        try {
            if (request.kind() == Kind.EXPORT) export(request, persons);
            else table(request, persons);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void export(CustomerRequest request, SharedPersons persons) throws IOException {
        Path folder = Files.createTempDirectory("amends-export");
        Path file = folder.resolve(TableWriters.isXlsx(request.asked()) ? "customers.xlsx" : "customers.csv");
        try {
            Optional<Integer> count = persons.export(file, written -> requests.goOn(request.id(), written, 0));
            if (count.isEmpty()) throw new TakenBack();
            List<byte[]> first = PackedAnswers.pack(out -> {
                out.writeInt(count.get());
                out.writeLong(Files.size(file));
            });
            Iterable<byte[]> rest = PackedAnswers.parts(file);
            done(
                    request,
                    () -> Stream.of(first, rest)
                            .flatMap(some -> StreamSupport.stream(some.spliterator(), false))
                            .iterator());
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    private void table(CustomerRequest request, SharedPersons persons) throws IOException {
        if (requests.sent(request.id()) > AskedPersons.Patience.USUAL.largest()) {
            done(request, packed(new Outcome.Unreadable(new Table.Unreadable(Table.Why.TOO_LARGE, 0, ""))));
            return;
        }
        try (var sent = PackedAnswers.joined(place -> requests.part(request.id(), false, place));
                var table = new AskedTable(request.asked(), sent)) {
            boolean kept = request.kind() == Kind.TAKE;
            var wanted = table.read();
            Outcome outcome = kept
                    ? persons.take(
                            wanted,
                            (rows, faulty) -> requests.goOn(request.id(), rows, faulty),
                            taken -> done(request, packed(taken)))
                    : persons.check(wanted, (rows, faulty) -> requests.goOn(request.id(), rows, faulty));
            // what was taken in has its answer, of the same transaction
            if (!(outcome instanceof Outcome.Imported)) done(request, packed(outcome));
        } catch (Table.Unreadable e) {
            done(request, packed(new Outcome.Unreadable(e)));
        }
    }

    private static List<byte[]> packed(Outcome outcome) {
        return PackedAnswers.pack(out -> PackedAnswers.outcome(out, outcome));
    }

    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
