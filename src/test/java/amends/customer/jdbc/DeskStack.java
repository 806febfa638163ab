package amends.customer.jdbc;

import amends.contact.CallContactKeeping;
import amends.contact.CallScript;
import amends.contact.ContactKeeping.ContactEvent;
import amends.contact.ContactWriting;
import amends.contact.jdbc.JdbcContacts;
import amends.customer.LoggingCustomerGate;
import amends.customer.LookingScreenPop;
import amends.customer.PopState;
import amends.kernel.PlatformLoop;
import amends.kernel.StoreAvailability;
import amends.kernel.StoreQueue;
import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.DatabaseAddress;
import amends.staff.Nobody;
import amends.staff.StaffMember;
import amends.staff.jdbc.JdbcAuditTrail;
import amends.telephony.CallId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** The services of one desk as the app wires them, on a real loop and a real database; the phone is a script. */
final class DeskStack implements AutoCloseable {
    final PlatformLoop loop = new PlatformLoop("calls");
    final CallScript phone = new CallScript(Timekeeper.system());
    final Database database;
    final JdbcContacts contacts;
    final JdbcCustomers customers;
    final CallContactKeeping keeping;
    final LookingScreenPop pop;
    final StoreQueue queue = new StoreQueue("desk", 10_000);
    final List<PopState> pops = new CopyOnWriteArrayList<>();
    final List<ContactEvent> events = new CopyOnWriteArrayList<>();
    final List<Throwable> thrown = new CopyOnWriteArrayList<>();
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();

    DeskStack(DatabaseAddress address, String name, StaffMember agent) {
        Timekeeper time = Timekeeper.system();
        database = Database.open(address, time);
        contacts = new JdbcContacts(database, time, name);
        customers = new JdbcCustomers(database);
        var audit = new JdbcAuditTrail(database);
        database.onAvailability(now -> {
            if (now instanceof StoreAvailability.Available) queue.nudge();
        });
        pop = new LookingScreenPop(
                phone,
                new LookingScreenPop.Store(
                        new LoggingCustomerGate(customers, audit, database, new Nobody(() -> "secret"), time),
                        audit,
                        queue),
                () -> Optional.of(agent),
                "CN",
                loop,
                background,
                time);
        keeping = new CallContactKeeping(
                phone, new ContactWriting(contacts, database, queue), () -> Optional.of(agent.id()), "CN", loop, time);
        pop.onPop(pops::add);
        pop.onPop(state -> {
            if (state instanceof PopState.Known known)
                keeping.isCustomer(known.call(), known.profile().id());
        });
        keeping.onContact(events::add);
    }

    /** On the call loop, waiting for it; what it throws there is kept in {@link #thrown}. */
    <T> T onLoop(Supplier<T> work) {
        var task = new FutureTask<T>(work::get);
        loop.execute(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            thrown.add(e.getCause());
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    void onLoop(Runnable work) {
        onLoop(() -> {
            work.run();
            return null;
        });
    }

    Optional<PopState> pop(CallId call) {
        return onLoop(() -> pop.of(call));
    }

    @Override
    public void close() {
        loop.close();
        queue.close();
        background.shutdown();
        database.close();
    }
}
