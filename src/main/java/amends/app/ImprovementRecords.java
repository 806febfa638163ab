package amends.app;

import amends.customer.CustomerProfile;
import amends.customer.PersonalRecord;
import amends.customer.PersonalRecords;
import amends.customer.jdbc.ContactRecords;
import amends.customer.jdbc.JdbcCustomers;
import amends.kernel.PhoneNumber;
import amends.kernel.jdbc.Database;
import amends.staff.Improvements;
import amends.staff.jdbc.JdbcImprovements;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The calls at hand when employees suggested something. The words are about the house and stay, without the person's name
 * and numbers; which call it was goes with its person. Merged persons keep their calls, hence nothing moves. The room of the staff does not know customers.
 */
final class ImprovementRecords implements PersonalRecords {
    private static final int LAST_DIGITS = 7;
    private final ContactRecords contacts;
    private final Improvements improvements;
    private final JdbcCustomers customers;

    ImprovementRecords(Database database) {
        contacts = new ContactRecords(database);
        improvements = new JdbcImprovements(database);
        customers = new JdbcCustomers(database);
    }

    @Override
    public String room() {
        return "improvements";
    }

    @Override
    public List<PersonalRecord> shown(UUID customer) {
        return List.of();
    }

    @Override
    public int forget(UUID customer) {
        return improvements.forget(
                contacts.ids(customer),
                customers.byId(customer).map(ImprovementRecords::without).orElse(UnaryOperator.identity()));
    }

    private static UnaryOperator<String> without(CustomerProfile who) {
        Pattern named = Pattern.compile(Stream.concat(
                        Stream.of(who.name()).filter(name -> name.length() > 1).map(Pattern::quote),
                        who.numbers().stream().map(ImprovementRecords::spelled))
                .collect(Collectors.joining("|", "(?iu)(?:", ")")));
        return text ->
                named.pattern().equals("(?iu)(?:)") ? text : named.matcher(text).replaceAll("…");
    }

    /** However it is written: its last digits, with or without what stands before and between them. */
    private static String spelled(PhoneNumber number) {
        String digits = number.e164().replaceAll("\\D", "");
        String last = digits.substring(Math.max(0, digits.length() - LAST_DIGITS));
        return "\\+?[\\d -]{0,12}" + String.join("[ -]?", last.split(""));
    }

    @Override
    public List<UUID> move(UUID from, UUID to) {
        return List.of();
    }

    @Override
    public void moveBack(Collection<UUID> rows, UUID holder, UUID owner) {}
}
