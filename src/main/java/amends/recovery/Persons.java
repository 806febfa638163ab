package amends.recovery;

import java.util.List;

/**
 * Of whom a text may tell, by name.
 *
 * @param customers as they were addressed
 * @param colleagues everybody's name who works here
 */
public record Persons(List<String> customers, List<String> colleagues) {
    public static final Persons NOBODY = new Persons(List.of(), List.of());

    public Persons {
        customers = customers.stream()
                .map(String::strip)
                .filter(n -> n.length() > 1)
                .toList();
        colleagues = colleagues.stream()
                .map(String::strip)
                .filter(n -> n.length() > 1)
                .toList();
    }
}
