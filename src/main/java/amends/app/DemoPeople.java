package amends.app;

import amends.customer.CustomerProfile;
import amends.customer.CustomerProfile.Tier;
import amends.customer.Customers;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.Transactions;
import amends.simulation.Persona;
import java.time.Instant;
import java.util.stream.Stream;
import java.util.Optional;

/** The demo bank's customers: those personas of the simulation that the bank knows. */
final class DemoPeople {
    private DemoPeople() {}

    static void store(Customers customers, Transactions transactions) {
        transactions.run(() -> {
            add(customers, Persona.WANG, Tier.GOLD, "上海", "2023-03-01T00:00:00Z", "信用卡用户，常用手机银行");
            add(customers, Persona.CHEN, Tier.SILVER, "北京", "2019-09-01T00:00:00Z", "喜欢电话联系，上午方便");
            add(customers, Persona.CLARKE, Tier.VIP, "London", "2021-06-01T00:00:00Z", "Prefers English");
            add(customers, Persona.REED, Tier.REGULAR, "Washington", "2024-11-01T00:00:00Z", "");
        });
    }

    private static void add(Customers customers, Persona persona, Tier tier, String region, String since, String note) {
        var number = new PhoneNumber(persona.number());
        if (customers.byNumber(number).isPresent()) return;
        var numbers = Stream.of(persona.number(), persona.mobile()).distinct().map(PhoneNumber::new).toList();
        customers.save(new CustomerProfile(
                Ids.next(), persona.name(), numbers, tier, region, Optional.of(Instant.parse(since)), note, 0));
    }
}
