package amends.survey;

import amends.contact.Contacts;
import amends.kernel.Ids;
import amends.recovery.Complaint;
import amends.recovery.ComplaintDraft;
import amends.recovery.ComplaintIntake;
import amends.recovery.Severity;
import amends.sms.IncomingSms;
import amends.sms.SmsCourses;
import amends.survey.Survey.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what customers answer, in the transaction in which their message is told. An answer belongs to the latest open
 * survey of the number it came from; the first score counts and lands on the contact, a low one is a complaint as well.
 * Everything else is kept beside it. A refusal is obeyed whatever it answers.
 */
public final class SurveyAnswers implements Consumer<IncomingSms> {
    private static final Logger LOG = LoggerFactory.getLogger(SurveyAnswers.class);
    /** A desk's clock may be ahead of the clock of whoever takes the answer. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);
    /** A message so long after the last question answers something else. */
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final Surveys surveys;
    private final Contacts contacts;
    private final ComplaintIntake complaints;
    private final SmsCourses messages;
    private final SurveyPolicy policy;
    private final SurveyKeeping keeping;

    /** @param messages by which a question that has not left yet is held back */
    public SurveyAnswers(
            Surveys surveys, Contacts contacts, ComplaintIntake complaints, SmsCourses messages, SurveyPolicy policy) {
        this.surveys = surveys;
        this.contacts = contacts;
        this.complaints = complaints;
        this.messages = messages;
        this.policy = policy;
        keeping = new SurveyKeeping(surveys);
    }

    @Override
    public void accept(IncomingSms sms) {
        Reply reply = ReplyReader.read(sms.text());
        asked(sms).ifPresentOrElse(survey -> take(survey, sms, reply), () -> LOG.debug("{} answers no survey", sms));
        if (reply.refuses()) refuse(sms);
    }

    private Optional<Survey> asked(IncomingSms sms) {
        Instant latest = sms.at().plus(CLOCKS_DIFFER);
        return surveys.openOf(sms.from()).stream()
                .filter(survey -> !survey.due().isAfter(latest))
                .findFirst()
                .or(() -> surveys.latestOf(sms.from(), latest))
                .filter(survey -> survey.due().plus(REMEMBERED).isAfter(sms.at()));
    }

    private void take(Survey survey, IncomingSms sms, Reply reply) {
        ReplyKind kind = kind(survey, sms, reply);
        surveys.keep(new KeptReply(sms.id(), survey.id(), kind, sms.text(), sms.at()));
        LOG.info("survey {}: {} is {}", survey.id(), sms, kind);
    }

    private ReplyKind kind(Survey survey, IncomingSms sms, Reply reply) {
        if (survey.state() == Survey.State.ANSWERED) return ReplyKind.AGAIN;
        if (!survey.state().isOpen() || survey.expires().isBefore(sms.at())) return ReplyKind.LATE;
        if (reply.score().isPresent())
            return count(survey, new Answer(reply.score().get(), reply.words(), sms.at()));
        return reply.refuses() ? ReplyKind.REFUSAL : ReplyKind.UNREADABLE;
    }

    private ReplyKind count(Survey survey, Answer answer) {
        Optional<Survey> answered = keeping.step(survey.id(), new SurveyStep.Answered(answer));
        // Another took an answer, or the time ran out, in this very moment.
        if (answered.isEmpty()) return ReplyKind.AGAIN;
        contacts.score(survey.contact(), answer.score());
        if (answer.score() <= policy.lowScore()) complaints.received(complaint(answered.get(), answer));
        return ReplyKind.COUNTED;
    }

    private ComplaintDraft complaint(Survey survey, Answer answer) {
        return new ComplaintDraft(
                Ids.named("complaint of survey:" + survey.id()),
                Complaint.Source.LOW_SCORE,
                survey.customer(),
                survey.customerName(),
                Optional.of(survey.contact()),
                Optional.of(survey.number()),
                policy.wording().complaint(answer.score()),
                answer.words(),
                answer.score() == 1 ? Severity.SEVERE : Severity.MODERATE,
                survey.agent(),
                answer.at(),
                Optional.empty());
    }

    private void refuse(IncomingSms sms) {
        surveys.refuse(sms.from(), sms.text(), sms.at());
        for (Survey survey : surveys.openOf(sms.from())) {
            keeping.step(survey.id(), new SurveyStep.Refused());
            if (survey.state() == Survey.State.DUE) messages.withdraw(survey.id(), "the customer refused");
        }
        LOG.info("{} refuses to be asked again", sms);
    }
}
