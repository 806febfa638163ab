package amends.contact;

import amends.kernel.PhoneNumber;
import amends.kernel.StoreUnavailable;
import amends.kernel.Transactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Contacts in memory, which a test can take away. Any thread. */
final class ContactMemory implements Contacts, Transactions {
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<UUID, Contact> rows = new LinkedHashMap<>();
    private final Map<UUID, String> notes = new HashMap<>();
    final List<String> writes = new ArrayList<>();
    volatile boolean away;

    private <T> T locked(Supplier<T> work) {
        if (away) throw new StoreUnavailable("away", null);
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public <T> T call(Supplier<T> work) {
        return locked(work);
    }

    @Override
    public void save(Contact contact) {
        locked(() -> {
            writes.add("save " + contact.state());
            contact.wrapUp().ifPresent(w -> notes.put(contact.id(), w.note()));
            return rows.put(contact.id(), contact);
        });
    }

    @Override
    public void draft(UUID contact, String note) {
        locked(() -> {
            writes.add("draft");
            return notes.put(contact, note);
        });
    }

    @Override
    public void stillOpen(UUID contact) {
        locked(() -> writes.add("alive"));
    }

    @Override
    public boolean score(UUID contact, int score) {
        return locked(() -> writes.add("score " + score));
    }

    @Override
    public Optional<Contact> byId(UUID id) {
        return locked(() -> Optional.ofNullable(rows.get(id)));
    }

    @Override
    public String noteOf(UUID contact) {
        return locked(() -> notes.getOrDefault(contact, ""));
    }

    /** As a file that lost what it took last. */
    void forgetAll() {
        locked(() -> {
            rows.clear();
            notes.clear();
            return null;
        });
    }

    @Override
    public List<LeftOpen> leftOpen(UUID agent) {
        return locked(() -> rows.values().stream()
                .filter(c -> c.agent().equals(agent))
                .filter(c -> c.state() == Contact.State.OPEN || c.state() == Contact.State.WRAP_UP)
                .map(c -> new LeftOpen(c, notes.getOrDefault(c.id(), ""), Instant.parse("2026-01-05T00:00:30Z")))
                .toList());
    }

    @Override
    public List<Contact> ofCustomer(UUID customer, int most) {
        return locked(() -> List.copyOf(rows.values()));
    }

    @Override
    public List<Contact> ofNumber(PhoneNumber number, Instant since, int most) {
        return locked(() -> List.copyOf(rows.values()));
    }

    @Override
    public List<Contact> ofAgent(UUID agent, int most) {
        return latest(most).stream().filter(c -> c.agent().equals(agent)).toList();
    }

    @Override
    public List<Contact> latest(int most) {
        return locked(() -> List.copyOf(rows.values()));
    }
}
