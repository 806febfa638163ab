package amends.knowledge;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** What was confirmed, in memory. */
public final class ConfirmationsInMemory implements Confirmations {
    private final List<Confirmation> all = new CopyOnWriteArrayList<>();

    @Override
    public void add(Confirmation confirmation) {
        remove(confirmation.contact(), confirmation.article());
        all.add(confirmation);
    }

    @Override
    public void remove(UUID contact, ArticleId article) {
        all.removeIf(one -> one.contact().equals(contact) && one.article().equals(article));
    }

    @Override
    public List<Confirmation> since(Instant from, int most) {
        return all.stream().filter(one -> one.at().isAfter(from)).limit(most).toList();
    }

    @Override
    public List<Said> solved(Instant from, int most) {
        return all.stream()
                .filter(one -> one.outcome() == Confirmation.Outcome.SOLVED && !one.disputed())
                .filter(one -> one.at().isAfter(from))
                .limit(most)
                .map(one -> new Said(one.contact(), one.article(), one.words()))
                .toList();
    }

    @Override
    public List<Confirmation> in(Collection<UUID> contacts) {
        return all.stream().filter(one -> contacts.contains(one.contact())).toList();
    }

    @Override
    public List<Confirmation> before(Instant moment, int most) {
        return all.stream().filter(one -> one.at().isBefore(moment)).limit(most).toList();
    }

    @Override
    public void reword(Confirmation one, String words) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Confirmation> open(Instant from, int most) {
        return all.stream()
                .filter(one -> one.outcome() == Confirmation.Outcome.OPEN)
                .filter(one -> one.at().isAfter(from))
                .limit(most)
                .toList();
    }

    @Override
    public List<Confirmation> settled(Instant after, int most) {
        return all.stream()
                .filter(one -> one.outcome() != Confirmation.Outcome.OPEN)
                .filter(one -> one.at().isAfter(after))
                .toList();
    }

    @Override
    public List<Confirmation> of(ArticleId article) {
        return all.stream().filter(one -> one.article().equals(article)).toList();
    }

    @Override
    public List<Confirmation> latestOf(UUID agent, int most) {
        return all.stream()
                .filter(one -> one.agent().equals(agent) && one.outcome() == Confirmation.Outcome.SOLVED)
                .filter(one -> !one.disputed())
                .sorted(Comparator.comparing(Confirmation::at).reversed())
                .limit(most)
                .toList();
    }

    @Override
    public void ended(Confirmation confirmation) {
        all.replaceAll(one ->
                one.contact().equals(confirmation.contact()) && one.article().equals(confirmation.article())
                        ? confirmation
                        : one);
    }

    @Override
    public void dispute(ArticleId article, String words) {
        all.replaceAll(one -> one.article().equals(article)
                        && LearnedPhrasing.plain(one.words()).equals(LearnedPhrasing.plain(words))
                ? new Confirmation(
                        one.contact(),
                        article,
                        one.words(),
                        one.agent(),
                        one.at(),
                        one.place(),
                        one.queue(),
                        one.outcome(),
                        true)
                : one);
    }
}
