package amends.app;

import static amends.app.PlayedAgent.SOON;

import amends.kernel.Ids;
import amends.kernel.Money;
import amends.kernel.PhoneNumber;
import amends.kernel.Timekeeper;
import amends.promise.DueSuggesting;
import amends.promise.Promise;
import amends.promise.PromiseKind;
import amends.promise.PromiseOwner;
import amends.promise.PromiseProgress;
import amends.promise.PromiseReceipts;
import amends.promise.PromiseStep;
import amends.promise.PromiseWish;
import amends.simulation.Persona;
import amends.sms.SmsCourse;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;

/** A promise given in the call, with a time that can be kept; its code reaches the customer; it is kept. */
final class PromiseChapter {
    private final PlayedAgent agent;
    private final Story story;
    private Promise promise;

    PromiseChapter(PlayedAgent agent, Story story) {
        this.agent = agent;
        this.story = story;
    }

    /** In the call at hand: the accounts give back what was charged twice. */
    void gives(Persona persona, long fen) throws Story.Failed {
        story.step("promise", () -> {
            PromiseProgress.Given given = given(wish(persona, fen));
            promise = given.promise();
            return promise.what() + " by " + promise.due() + ", code " + promise.code();
        });
        story.step("promise-receipt", () -> {
            Await.until(
                    "the code at the customer's",
                    SOON,
                    () -> course().filter(c -> c.state() == SmsCourse.State.DELIVERED)
                            .isPresent());
            return "the customer has the code by short message";
        });
    }

    private Optional<SmsCourse> course() {
        return agent.house.store().outbox().courseOf(PromiseReceipts.idFor(promise.id()));
    }

    private PromiseWish wish(Persona persona, long fen) {
        PromiseKind kind = agent.desk.promises.rules().kind("refund").orElseThrow();
        var owner = new PromiseOwner.Team(kind.department());
        DueSuggesting.Suggestion when = agent.desk.promises.suggest(kind, owner);
        return new PromiseWish(
                Ids.next(),
                agent.call(),
                kind.code(),
                "退回重复扣款",
                Optional.of(new Money(fen, Currency.getInstance("CNY"))),
                Optional.empty(),
                persona.name(),
                PhoneNumber.parse(persona.mobile(), "CN"),
                Optional.of(owner),
                when.due(),
                true);
    }

    private PromiseProgress.Given given(PromiseWish wish) throws Exception {
        agent.does(() -> agent.desk.promises.make(wish));
        Await.until(
                "the promise being kept",
                SOON,
                () -> progress(wish.id())
                        .filter(p -> !(p instanceof PromiseProgress.Keeping))
                        .isPresent());
        if (progress(wish.id()).orElseThrow() instanceof PromiseProgress.Given given) return given;
        throw new IllegalStateException("the promise: " + progress(wish.id()).orElseThrow());
    }

    private Optional<PromiseProgress> progress(UUID wish) {
        return agent.onLoop(() -> agent.desk.promises.board()).of(wish);
    }

    /** The accounts did it; whoever gave the word says so. */
    void isKept() throws Story.Failed {
        story.step("promise-kept", () -> {
            UUID id = promise.id();
            agent.does(() -> agent.desk.promises.step(
                    id, new PromiseStep.Keep(Timekeeper.system().now())));
            Await.until("the promise being kept", SOON, () -> stored(id).state() == Promise.State.KEPT);
            return "promise " + promise.code() + " is " + stored(id).state() + ", due " + promise.due();
        });
    }

    private Promise stored(UUID id) {
        return agent.desk.promiseRoom.promises.byId(id).orElseThrow();
    }
}
