package amends.app;

import amends.contact.ContactWriting;
import amends.kernel.DutyHandler;
import amends.kernel.Timekeeper;
import amends.recovery.Callbacks;
import amends.recovery.ComplaintIntake;
import amends.sms.IncomingSms;
import amends.survey.KnownCallers;
import amends.survey.LookingSurveyOutlook;
import amends.survey.SurveyAnswers;
import amends.survey.SurveyAsking;
import amends.survey.SurveyDelivery;
import amends.survey.SurveyExpiry;
import amends.survey.SurveyOutlook;
import amends.survey.SurveyPolicy;
import amends.survey.SurveyStore;
import amends.survey.jdbc.JdbcSurveys;
import java.util.function.Predicate;

/** Asking customers: the asking where contacts close, the answers where short messages come in. */
final class SurveyRoom {
    private SurveyRoom() {}

    /** At a desk. @return what will be decided about a contact in the write-up */
    static SurveyOutlook at(
            Desk desk,
            ContactWriting writing,
            StoreRoom store,
            Callbacks callbacks,
            DeskSettings settings,
            Timekeeper time) {
        var kept = new SurveyStore(
                new JdbcSurveys(store.database(), store.isPersonal()), callbacks, store.outbox(), store.duties());
        var callers = new KnownCallers();
        SurveyPolicy policy = SurveySettings.policyAtDesk(settings);
        desk.pop.onPop(callers);
        writing.onClosing(new SurveyAsking(kept, callers, policy, settings.homeRegion(), time));
        return new LookingSurveyOutlook(kept, callers, policy, settings.homeRegion(), time);
    }

    /** Where short messages are carried.
     *
     * @param others takes what answers another question: that answers no survey
     */
    static void hear(
            SmsRoom sms,
            StoreRoom store,
            ComplaintIntake intake,
            Predicate<IncomingSms> others,
            DeskSettings settings) {
        var surveys = new JdbcSurveys(store.database());
        var answers = new SurveyAnswers(surveys, store.contacts(), intake, sms.courses(), settings.survey());
        sms.inbox().onIncoming(message -> {
            if (!others.test(message)) answers.accept(message);
        });
        sms.courses().onChange(new SurveyDelivery(surveys));
    }

    static DutyHandler expiry(StoreRoom store) {
        return new SurveyExpiry(new JdbcSurveys(store.database()));
    }
}
