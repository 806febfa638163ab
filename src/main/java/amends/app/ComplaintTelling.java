package amends.app;

import amends.customer.CustomerProfile;
import amends.kernel.PhoneNumber;
import amends.kernel.WorkingCalendar;
import amends.recovery.Complaint;
import amends.recovery.ComplaintNews;
import amends.recovery.CustomerNews;
import amends.recovery.NewsReach;
import amends.recovery.NewsWording;
import amends.survey.jdbc.JdbcSurveys;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;

/** How customers hear of their complaints: by short message, at the number of the complaint or their own. */
final class ComplaintTelling {
    private static final LocalTime FROM = LocalTime.of(9, 0);
    private static final LocalTime UNTIL = LocalTime.of(20, 0);

    private ComplaintTelling() {}

    /** Where no short messages are carried nobody is told, and the owners' clocks say so. */
    static CustomerNews of(StoreRoom store, DeskSettings settings) {
        boolean alone = settings.database().url().startsWith("jdbc:h2:");
        if (alone && !settings.sms().enabled()) return CustomerNews.NONE;
        var survey = settings.survey();
        return new ComplaintNews(
                store.outbox(),
                reach(store),
                NewsWording.valueOf(survey.wording().name()),
                survey.sender(),
                WorkingCalendar.everyDay(ZoneId.systemDefault(), FROM, UNTIL));
    }

    private static NewsReach reach(StoreRoom store) {
        var surveys = new JdbcSurveys(store.database(), store.isPersonal());
        return complaint -> numbers(store, complaint)
                .filter(PhoneNumber::takesShortMessages)
                .findFirst()
                .filter(number -> !surveys.isRefused(number));
    }

    /** A person's own login sees no profiles here: the number that the complaint names has to do. */
    private static Stream<PhoneNumber> numbers(StoreRoom store, Complaint complaint) {
        Stream<PhoneNumber> named = complaint.callBack().stream();
        if (store.isPersonal()) return named;
        Optional<CustomerProfile> profile = complaint.customer().flatMap(store.customers()::byId);
        return Stream.concat(named, profile.stream().flatMap(p -> p.numbers().stream()));
    }
}
