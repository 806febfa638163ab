package amends.recovery;

import java.util.List;
import java.util.Optional;

/** By what complaints are told apart, and who can put them right. */
public record ComplaintScheme(List<Cause> causes, List<Business> businesses, List<HandlingUnit> units) {
    public ComplaintScheme {
        causes = List.copyOf(causes);
        businesses = List.copyOf(businesses);
        units = List.copyOf(units);
    }

    public Optional<Cause> cause(String key) {
        return causes.stream().filter(c -> c.key().equals(key)).findFirst();
    }

    public Optional<Business> business(String key) {
        return businesses.stream().filter(b -> b.key().equals(key)).findFirst();
    }

    public Optional<HandlingUnit> unit(String key) {
        return units.stream().filter(u -> u.key().equals(key)).findFirst();
    }

    /** Those that are found when a complaint is assessed: no other cause is within them. */
    public List<Cause> leaves() {
        return causes.stream()
                .filter(c -> causes.stream().noneMatch(o -> o.parent().equals(Optional.of(c.key()))))
                .toList();
    }

    /** From the widest to this one, as in "Fees › Not explained"; the key itself where it is not known any more. */
    public String path(String key, String language) {
        return cause(key)
                .map(c -> c.parent().map(p -> path(p, language) + " › ").orElse("")
                        + c.name().in(language))
                .orElse(key);
    }

    public String business(String key, String language) {
        return business(key).map(b -> b.name().in(language)).orElse(key);
    }

    public String unit(String key, String language) {
        return unit(key).map(u -> u.name().in(language)).orElse(key);
    }
}
