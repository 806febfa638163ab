package amends.app;

import static amends.app.PlayedAgent.SOON;

import amends.contact.Contact;
import amends.contact.Disposition;
import amends.contact.WrapUp;
import amends.customer.PopState;
import amends.personality.CustomerType;
import amends.recovery.CallbackTask;
import amends.recovery.Complaint;
import amends.simulation.Persona;
import amends.sms.SmsCourse;
import amends.survey.Survey;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** After the call the customer is asked by SMS; the score lands on the contact, a low one is a complaint by itself. */
final class SurveyChapter {
    private static final Duration THINKS = Duration.ofMillis(300);
    private final PlayedAgent agent;
    private final Story story;

    SurveyChapter(PlayedAgent agent, Story story) {
        this.agent = agent;
        this.story = story;
    }

    /** What the customer will answer to the next question. Said before the contact closes, which asks it. */
    void willAnswer(Persona persona, String text) {
        agent.house.smsc().willAnswer(persona, THINKS, text);
    }

    /** Of the contact that was closed last. @param suffix of the steps' names */
    void isAsked(String suffix, int score) throws Story.Failed {
        story.step("satisfaction-sms" + suffix, () -> {
            UUID survey = Survey.idFor(agent.contact().id());
            Await.until(
                    "the receipt",
                    SOON,
                    () -> course(survey)
                            .filter(c -> c.state() == SmsCourse.State.DELIVERED)
                            .isPresent());
            return "in the contact's own transaction, over SMPP, delivered as message "
                    + course(survey).flatMap(SmsCourse::messageId).orElseThrow();
        });
        story.step("score" + suffix, () -> {
            Await.until("the score", SOON, () -> agent.contact().score().isPresent());
            int given = agent.contact().score().orElseThrow();
            if (given != score) throw new IllegalStateException("the score is " + given + ", not " + score);
            return given + " of " + Contact.HIGHEST + ", on the contact";
        });
    }

    private Optional<SmsCourse> course(UUID survey) {
        return agent.house.store().outbox().courseOf(survey);
    }

    /** A customer who says thank you and means it is not good: nobody would have known without being told. */
    void quietCustomer() throws Story.Failed {
        story.step("quiet-customer", () -> {
            agent.callIn(Persona.CHEN);
            Await.until(
                    "the profile", SOON, () -> agent.stage.pop(agent.call()).orElse(null) instanceof PopState.Known);
            var known = (PopState.Known) agent.stage.pop(agent.call()).orElseThrow();
            String seems = new Manner(agent).seems(known.profile().id(), CustomerType.RESERVED);
            agent.answer();
            agent.hears("chen-reply");
            agent.customerHangsUp();
            willAnswer(Persona.CHEN, "1 说好的退款还是没有到");
            agent.wrapUp(new WrapUp(Disposition.SOLVED, "客户很客气，没有多说"));
            return Persona.CHEN.name() + " (" + seems + ") stays polite and says little; written up as solved";
        });
        isAsked("-of-the-quiet", 1);
        story.step("complaint-by-score", () -> {
            UUID contact = agent.contact().id();
            Await.until("the complaint", SOON, () -> madeBy(contact).isPresent());
            return "#" + madeBy(contact).orElseThrow().number() + ", which nobody had to make: "
                    + madeBy(contact).orElseThrow().what();
        });
    }

    private Optional<Complaint> madeBy(UUID contact) {
        var room = agent.desk.complaintRoom;
        return room.callbacks.openOf(agent.desk.member.id(), 20).stream()
                .map(CallbackTask::complaint)
                .filter(c -> c.contact().equals(Optional.of(contact)) && c.source() == Complaint.Source.LOW_SCORE)
                .findFirst();
    }
}
