package amends.desktop.profile;

import amends.customer.CustomerProfile;
import amends.desktop.agent.AgentModel;
import amends.desktop.look.Look;
import amends.desktop.look.Texts;
import amends.kernel.PhoneNumber;
import amends.telephony.Call;
import amends.telephony.MenuPath;
import amends.telephony.Party;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is said of a caller in words: name, number, standing, queue. */
public final class CallerWords {
    private static final int MOST_NUMBERS = 64;
    private final Look look;
    private final ProfileModel profiles;
    private final AgentModel agent;
    /** Written out once, not at every refresh while it rings. */
    private final Map<Party, String> numbers = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Party, String> eldest) {
            return size() > MOST_NUMBERS;
        }
    };

    public CallerWords(Look look, ProfileModel profiles, AgentModel agent) {
        this.look = look;
        this.profiles = profiles;
        this.agent = agent;
    }

    /** The best there is: the customer's name, the colleague's, what the far end calls itself, the number. */
    public String name(Call call) {
        return profiles.name(call.id())
                .or(() -> profiles.colleague(call.id()))
                .or(() -> Optional.of(call.remote().displayName()).filter(n -> !n.isBlank()))
                .orElseGet(() -> number(call));
    }

    public String number(Call call) {
        return numbers.computeIfAbsent(call.remote(), party -> {
            String region = profiles.homeRegion();
            return party.number(region).map(n -> n.shownIn(region)).orElseGet(() -> unlisted(call));
        });
    }

    private String unlisted(Call call) {
        String user = call.remote().user();
        boolean withheld = user.isBlank() || user.equalsIgnoreCase("anonymous");
        return withheld ? look.get("caller.withheld") : user;
    }

    /** Whether there is a public number to keep a profile by. */
    public boolean hasNumber(Call call) {
        Optional<PhoneNumber> number = call.remote().number(profiles.homeRegion());
        return number.isPresent();
    }

    /** Tier and region in one line; empty for a stranger. */
    public String standing(Call call) {
        return profiles.profile(call.id())
                .map(p -> String.join(" · ", present(look.texts().word(p.tier()), p.region())))
                .orElse("");
    }

    /** From which queue, after what wait; empty for a direct call. */
    public String queue(Call call) {
        return agent.offerOf(call.id())
                .map(o -> look.get("caller.queue", o.queue(), Texts.clock(o.waited())))
                .orElse("");
    }

    /** What was chosen last in the exchange's menus, which says more than the {@link #queue} that it led to. */
    public String way(Call call) {
        MenuPath menu = call.marks().menu();
        return menu.isEmpty() ? queue(call) : menu.last(2).toString();
    }

    /** For how long they have been a customer; empty when not known. */
    public Optional<String> since(CustomerProfile profile, Instant now) {
        return profile.since().map(since -> {
            long years = ChronoUnit.DAYS.between(since, now) / 365;
            return years < 1 ? look.get("caller.newCustomer") : look.get("caller.years", years);
        });
    }

    public static List<String> present(String... words) {
        var present = new ArrayList<String>();
        for (String word : words) if (!word.isBlank()) present.add(word);
        return present;
    }
}
