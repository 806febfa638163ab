package amends.desktop;

import amends.contact.Contact;
import amends.contact.Contacts;
import amends.contact.WrapUp;
import amends.kernel.PhoneNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Contacts in memory. */
public final class FakeContacts implements Contacts {
    private final List<Contact> contacts = new ArrayList<>();

    /** As if nobody had ever called. */
    public void forget() {
        contacts.clear();
    }

    @Override
    public void save(Contact contact) {
        contacts.removeIf(c -> c.id().equals(contact.id()));
        contacts.add(contact);
        contacts.sort(Comparator.comparing(Contact::began).reversed());
    }

    @Override
    public void draft(UUID contact, String note) {}

    @Override
    public void stillOpen(UUID contact) {}

    @Override
    public boolean score(UUID contact, int score) {
        return contacts.stream()
                .anyMatch(c -> c.id().equals(contact) && c.score().isEmpty());
    }

    @Override
    public Optional<Contact> byId(UUID id) {
        return contacts.stream().filter(c -> c.id().equals(id)).findFirst();
    }

    @Override
    public String noteOf(UUID contact) {
        return byId(contact).flatMap(Contact::wrapUp).map(WrapUp::note).orElse("");
    }

    @Override
    public List<LeftOpen> leftOpen(UUID agent) {
        return List.of();
    }

    @Override
    public List<Contact> ofCustomer(UUID customer, int most) {
        return contacts.stream()
                .filter(c -> c.customer().equals(Optional.of(customer)))
                .limit(most)
                .toList();
    }

    @Override
    public List<Contact> ofNumber(PhoneNumber number, Instant since, int most) {
        return contacts.stream()
                .filter(c -> c.number().equals(number.e164()) && !c.began().isBefore(since))
                .limit(most)
                .toList();
    }

    @Override
    public List<Contact> ofAgent(UUID agent, int most) {
        return contacts.stream()
                .filter(c -> c.agent().equals(agent))
                .limit(most)
                .toList();
    }

    @Override
    public List<Contact> latest(int most) {
        return contacts.stream().limit(most).toList();
    }
}
