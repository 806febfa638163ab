package amends.desktop.customers;

import amends.customer.CustomerOffice;
import amends.customer.Duplicates.Pair;
import amends.customer.Merging.Outcome;
import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** Those who may be one, and what is done about them. */
public final class DuplicatesModel extends PresentationModel {
    private static final int MOST = 100;
    private final CustomerOffice office;
    private final PostingWork work;
    private List<Pair> pairs = List.of();
    private Optional<Pair> chosen = Optional.empty();
    private Optional<UUID> undoable = Optional.empty();
    private boolean running;
    private Said said = Said.NOTHING;
    private AtomicBoolean cancelled = new AtomicBoolean();

    DuplicatesModel(CustomerOffice office, PostingWork work) {
        this.office = office;
        this.work = work;
    }

    void load() {
        if (said.key().isEmpty()) asking();
        work.ask(
                () -> office.duplicates(MOST),
                found -> {
                    pairs = List.copyOf(found);
                    chosen = chosen.filter(pairs::contains);
                    if (said.key().equals("customers.asking")) said = Said.NOTHING;
                    changed();
                },
                this::failed);
    }

    private void failed(Exception e) {
        running = false;
        say(Said.of(e).key());
    }

    /** Where the services are asked, the answer takes seconds. */
    private void asking() {
        if (office.isAsked()) say("customers.asking");
    }

    private void say(String key, Object... arguments) {
        said = Said.of(key, arguments);
        changed();
    }

    void search() {
        if (running) return;
        running = true;
        cancelled = new AtomicBoolean();
        AtomicBoolean stop = cancelled;
        asking();
        work.ask(
                () -> office.findDuplicates(looked -> {
                    work.post(() -> say("duplicates.looking", looked));
                    return !stop.get();
                }),
                found -> {
                    running = false;
                    say("duplicates.found", found);
                    load();
                },
                this::failed);
        changed();
    }

    void cancel() {
        cancelled.set(true);
    }

    void choose(Pair pair) {
        chosen = Optional.of(pair);
        changed();
    }

    /** @param keepFirst under whom both are known from then on */
    void merge(boolean keepFirst) {
        chosen.ifPresent(pair -> {
            asking();
            UUID kept = keepFirst ? pair.one().id() : pair.another().id();
            UUID gone = keepFirst ? pair.another().id() : pair.one().id();
            work.ask(
                    () -> office.merge(kept, gone, pair.duplicate().reason().name()),
                    outcome -> {
                        if (outcome instanceof Outcome.Merged(var id)) undoable = Optional.of(id);
                        tell(outcome, "duplicates.merged");
                    },
                    this::failed);
        });
    }

    void undo() {
        undoable.ifPresent(merge -> work.ask(
                () -> office.separate(merge),
                outcome -> {
                    undoable = Optional.empty();
                    tell(outcome, "customers.separated");
                },
                this::failed));
    }

    private void tell(Outcome outcome, String done) {
        if (outcome instanceof Outcome.Refused(var reason)) say("customers.refused", reason);
        else say(done);
        load();
    }

    /** They are two. */
    void dismiss() {
        chosen.ifPresent(pair -> work.ask(
                () -> {
                    office.dismiss(pair.duplicate().id());
                    return pair;
                },
                done -> {
                    say("duplicates.two");
                    load();
                },
                this::failed));
    }

    List<Pair> pairs() {
        return pairs;
    }

    Optional<Pair> chosen() {
        return chosen;
    }

    boolean undoable() {
        return undoable.isPresent();
    }

    boolean running() {
        return running;
    }

    Said said() {
        return said;
    }
}
