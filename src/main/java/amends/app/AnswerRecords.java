package amends.app;

import amends.customer.PersonalRecord;
import amends.customer.PersonalRecords;
import amends.customer.jdbc.ContactRecords;
import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.knowledge.Confirmation;
import amends.knowledge.Confirmations;
import amends.knowledge.Learning;
import amends.knowledge.jdbc.JdbcConfirmations;
import amends.knowledge.jdbc.JdbcPhrasings;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * With which words answers were looked for in a person's calls. They go with their person, and what the search learned of
 * them goes too. They are found by the calls, hence nothing moves. The room of articles does not know customers.
 */
final class AnswerRecords implements PersonalRecords {
    private final ContactRecords contacts;
    private final Confirmations confirmations;
    private final Learning learning;

    AnswerRecords(Database database, Timekeeper time) {
        contacts = new ContactRecords(database);
        confirmations = new JdbcConfirmations(database);
        learning =
                new Learning(confirmations, new JdbcPhrasings(database), contact -> Optional.empty(), database, time);
    }

    @Override
    public String room() {
        return "answers";
    }

    @Override
    public List<PersonalRecord> shown(UUID customer) {
        return confirmations.in(contacts.ids(customer)).stream()
                .sorted((a, b) -> b.at().compareTo(a.at()))
                .map(AnswerRecords::record)
                .toList();
    }

    private static PersonalRecord record(Confirmation one) {
        return PersonalRecord.of("answer", one.at())
                .with("words", one.words())
                .with("article", one.article().toString());
    }

    @Override
    public int forget(UUID customer) {
        List<Confirmation> theirs = confirmations.in(contacts.ids(customer));
        theirs.forEach(one -> confirmations.remove(one.contact(), one.article()));
        theirs.stream().map(Confirmation::article).distinct().forEach(learning::relearn);
        return theirs.size();
    }

    @Override
    public List<UUID> move(UUID from, UUID to) {
        return List.of();
    }

    @Override
    public void moveBack(Collection<UUID> rows, UUID holder, UUID owner) {}
}
