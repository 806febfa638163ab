package amends.app;

import amends.care.jdbc.CareRecords;
import amends.compensation.jdbc.CompensationRecords;
import amends.customer.PersonalRecords;
import amends.customer.jdbc.ContactRecords;
import amends.customer.jdbc.CustomerRecords;
import amends.customer.jdbc.LetterRecords;
import amends.customer.jdbc.MessageRecords;
import amends.customer.jdbc.PortraitRecords;
import amends.customer.jdbc.ProfileRecords;
import amends.customer.jdbc.RecordingRecords;
import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.JdbcDuties;
import amends.personality.jdbc.PersonalityRecords;
import amends.promise.jdbc.PromiseRecords;
import amends.readiness.jdbc.PlanRecords;
import amends.recovery.jdbc.CallbackRecords;
import amends.recovery.jdbc.ComplaintRecords;
import amends.recovery.jdbc.FailureRecords;
import amends.survey.jdbc.SurveyRecords;
import java.util.List;

/** What every room keeps about a person, one line a room: shown, forgotten and moved together, in this order. */
final class PersonalRooms {
    private PersonalRooms() {}

    static List<PersonalRecords> of(Database database) {
        Timekeeper time = Timekeeper.system();
        return List.of(
                new CustomerRecords(database),
                // found by their contacts, hence before them
                new RecordingRecords(database, new JdbcDuties(database), time),
                new ImprovementRecords(database),
                new AnswerRecords(database, time),
                new ContactRecords(database),
                new LetterRecords(database),
                ProfileRecords.ofTags(database),
                ProfileRecords.ofNeeds(database),
                ProfileRecords.ofConsents(database),
                ProfileRecords.ofOutside(database),
                ProfileRecords.ofCorrections(database),
                new PortraitRecords(database),
                new ComplaintRecords(database, time),
                new CallbackRecords(database),
                new PromiseRecords(database),
                new FailureRecords(database),
                new SurveyRecords(database),
                new CompensationRecords(database),
                new PersonalityRecords(database),
                new CareRecords(database),
                new PlanRecords(database),
                new MessageRecords(database));
    }
}
