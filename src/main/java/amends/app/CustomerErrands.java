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
import amends.kernel.Duty;
import amends.kernel.DutyHandler;
import amends.kernel.Timekeeper;
import amends.recovery.ComplaintIntake;
import amends.staff.NotPermitted;
import amends.staff.StaffMember;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what people whose own login may not do it want done to whole persons: in their name, and only what their
 * roles may. Each is done once; what was taken back is not done.
 */
final class CustomerErrands {
    private static final Logger LOG = LoggerFactory.getLogger(CustomerErrands.class);
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
                new Handler(CustomerRequests.AT_ONCE, true, this::carryOut),
                new Handler(CustomerRequests.LONG, false, this::carryOut),
                new Handler(CustomerRequests.TIDY, true, this::tidy));
    }

    private record Handler(String kind, boolean isTransaction, Function<Duty, Result> work) implements DutyHandler {
        @Override
        public Result carryOut(Duty duty) {
            return work.apply(duty);
        }
    }

    private DutyHandler.Result tidy(Duty duty) {
        boolean running = requests.progress(duty.subject())
                .filter(now -> now.state() == State.RUNNING)
                .isPresent();
        if (running) return new DutyHandler.Result.Again(CustomerRequests.KEPT, "under way");
        requests.withdraw(duty.subject());
        requests.clear(duty.subject());
        return new DutyHandler.Result.Done();
    }

    private DutyHandler.Result carryOut(Duty duty) {
        Optional<CustomerRequest> found = requests.byId(duty.subject());
        if (found.isEmpty() || !requests.begin(duty.subject())) return new DutyHandler.Result.Done();
        CustomerRequest request = found.get();
        Optional<StaffMember> member = store.staff().byId(request.who());
        try {
            if (member.isEmpty()) requests.end(request.id(), State.REFUSED, List.of());
            else carryOut(request, persons.apply(member.get()));
        } catch (NotPermitted e) {
            LOG.warn("{} asked for {}, which is not theirs: {}", request.who(), request.kind(), e.getMessage());
            requests.end(request.id(), State.REFUSED, List.of());
        } catch (TakenBack e) {
            LOG.info("{} was taken back: nothing was kept of it", request.kind());
        }
        return new DutyHandler.Result.Done();
    }

    private void carryOut(CustomerRequest request, SharedPersons persons) {
        switch (request.kind()) {
            case MERGE ->
                answer(
                        request,
                        persons.merge(
                                request.customer().orElseThrow(),
                                request.other().orElseThrow(),
                                request.why()));
            case SEPARATE -> answer(request, persons.separate(request.other().orElseThrow()));
            case ERASE -> {
                Erasure erasure = persons.erase(
                        request.customer().orElseThrow(), Boolean.parseBoolean(request.asked()), request.why());
                done(request, PackedAnswers.pack(out -> PackedAnswers.erasure(out, erasure)));
            }
            case SHOW -> {
                var all = persons.shown(request.customer().orElseThrow(), request.why());
                done(request, PackedAnswers.pack(out -> PackedAnswers.records(out, all)));
            }
            case PAIRS -> {
                var pairs = persons.duplicates(Integer.parseInt(request.asked()));
                done(request, PackedAnswers.pack(out -> PackedAnswers.pairs(out, pairs)));
            }
            case DISMISS -> {
                persons.dismiss(request.other().orElseThrow());
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
    private void done(CustomerRequest request, List<byte[]> answer) {
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
        Path file = folder.resolve(request.asked().endsWith(".csv") ? "customers.csv" : "customers.xlsx");
        try {
            Optional<Integer> count = persons.export(file, written -> requests.goOn(request.id(), written, 0));
            if (count.isEmpty()) throw new TakenBack();
            var answer = new ArrayList<>(PackedAnswers.pack(out -> out.writeInt(count.get())));
            answer.addAll(PackedAnswers.parts(Files.readAllBytes(file)));
            done(request, answer);
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    private void table(CustomerRequest request, SharedPersons persons) throws IOException {
        try (var sent = PackedAnswers.joined(requests.parts(request.id(), false));
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
