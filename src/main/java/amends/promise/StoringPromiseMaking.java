package amends.promise;

import amends.kernel.Ids;
import amends.promise.PromiseEvent.Act;
import amends.promise.PromiseMaking.Outcome.Made;
import amends.promise.PromiseMaking.Outcome.Refused;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** Keeps promises with their receipts and what reminds of them. */
public final class StoringPromiseMaking implements PromiseMaking {
    private final PromiseStore store;
    private final PromiseRules rules;
    private final PromiseAuthority authority;
    private final PromiseReceipts receipts;
    private final PromiseDuties duties;
    private final RandomGenerator random;

    public StoringPromiseMaking(
            PromiseStore store, PromiseRules rules, PromiseAuthority authority, PromiseReceipts receipts) {
        this(store, rules, authority, receipts, new SecureRandom());
    }

    StoringPromiseMaking(
            PromiseStore store,
            PromiseRules rules,
            PromiseAuthority authority,
            PromiseReceipts receipts,
            RandomGenerator random) {
        this.store = store;
        this.rules = rules;
        this.authority = authority;
        this.receipts = receipts;
        this.random = random;
        duties = new PromiseDuties(store.duties());
    }

    @Override
    public Outcome make(PromiseDraft draft) {
        var codesTaken = new AtomicInteger();
        return store.transactions().call(() -> {
            Optional<Promise> before = store.promises().byId(draft.id());
            if (before.isPresent()) return new Made(before.get(), receipts.isSent(draft));
            Optional<Refused> refused = rules.refusal(draft, authority).or(() -> unowned(draft));
            return refused.isPresent() ? refused.get() : kept(draft, codesTaken.getAndIncrement());
        });
    }

    private Optional<Refused> unowned(PromiseDraft draft) {
        return draft.owner()
                .flatMap(PromiseOwner::person)
                .filter(who -> store.staff().byId(who).isEmpty())
                .map(who -> Refused.of(PromiseRefusal.NOBODY_OWNS));
    }

    private Outcome kept(PromiseDraft draft, int tries) {
        Promise promise = promise(draft, PromiseCode.draw(random, tries));
        store.promises().add(promise);
        store.promises().note(made(promise));
        duties.watch(promise);
        receipts.of(promise, draft, rules).ifPresent(store.outbox()::put);
        return new Made(promise, receipts.isSent(draft));
    }

    private Promise promise(PromiseDraft draft, String code) {
        PromiseOwner owner = draft.owner().orElseThrow();
        Instant remind = rules.remind(owner, draft.at(), draft.due());
        return new Promise(
                draft.id(),
                code,
                draft.kind(),
                draft.what(),
                draft.amount(),
                draft.to(),
                draft.maker().id(),
                owner,
                draft.at(),
                draft.due(),
                remind,
                Promise.State.OPEN,
                Optional.empty(),
                Optional.empty(),
                1);
    }

    private static PromiseEvent made(Promise promise) {
        return new PromiseEvent(
                Ids.named("promise-made:" + promise.id()),
                promise.id(),
                Act.MADE,
                promise.made(),
                Optional.empty(),
                false,
                Optional.of(promise.maker()),
                "");
    }
}
