package amends.app;

import static amends.app.PlayedAgent.SOON;

import amends.compensation.Grant;
import amends.compensation.GrantWish;
import amends.compensation.Granting.Result;
import amends.compensation.Offer;
import amends.compensation.OfferList;
import amends.contact.Contact;
import amends.customer.CustomerProfile;
import amends.kernel.Ids;
import amends.kernel.Timekeeper;
import amends.recovery.Balance;
import amends.recovery.Failure;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Something is given for what went wrong: from the list that the policy allows, the same for every kind of person. */
final class CompensationChapter {
    private final PlayedAgent agent;
    private final Story story;

    CompensationChapter(PlayedAgent agent, Story story) {
        this.agent = agent;
        this.story = story;
    }

    /** For the gravest that the customer of the contact at hand is still owed. @param suffix of the step's name */
    void grants(String suffix) throws Story.Failed {
        story.step("compensation" + suffix, () -> {
            Contact contact = agent.contact();
            UUID customer = contact.customer().orElseThrow();
            Failure owed = Balance.of(owed(customer)).worst().orElseThrow();
            CustomerProfile profile =
                    agent.house.store().customers().byId(customer).orElseThrow();
            OfferList list = room().offering
                    .offers(List.of(owed), Optional.empty(), profile.tier())
                    .orElseThrow();
            Offer best = list.offers().getFirst();
            Grant grant = given(room().granting
                    .ask(
                            agent.desk.member,
                            new GrantWish(
                                    Ids.next(),
                                    List.of(owed),
                                    Optional.empty(),
                                    Optional.of(customer),
                                    profile.tier(),
                                    Optional.of(contact.id()),
                                    best.option().key(),
                                    "")));
            Await.until(
                    "what was paid for being owed no more",
                    SOON,
                    () -> owed(customer).stream()
                            .noneMatch(failure -> failure.id().equals(owed.id())));
            return grant.option() + " worth " + grant.value() + " for " + owed.kind() + ", the first of "
                    + Counted.of(list.offers().size(), "offer") + "; it is owed no more";
        });
    }

    private CompensationRoom room() {
        return new CompensationRoom(agent.house.store(), Timekeeper.system());
    }

    private List<Failure> owed(UUID customer) {
        return agent.house.store().failures().openOf(customer);
    }

    private static Grant given(Result result) {
        if (result instanceof Result.Given(var grant)) return grant;
        throw new IllegalStateException("not given: " + result);
    }
}
