package amends.pbx.manager;

import java.util.List;
import java.util.Optional;

/** One block of {@code Name: value} lines as it came from a client. Names are compared without regard to case. */
record ManagerMessage(List<Field> fields) {
    record Field(String name, String value) {}

    ManagerMessage {
        fields = List.copyOf(fields);
    }

    Optional<String> get(String name) {
        return fields.stream()
                .filter(f -> f.name().equalsIgnoreCase(name))
                .map(Field::value)
                .findFirst();
    }

    /** The value, or the empty string: the protocol makes no difference. */
    String text(String name) {
        return get(name).orElse("");
    }

    List<String> all(String name) {
        return fields.stream()
                .filter(f -> f.name().equalsIgnoreCase(name))
                .map(Field::value)
                .toList();
    }

    /** The protocol's words for yes; everything else is no. */
    boolean isTrue(String name) {
        return switch (text(name).toLowerCase(java.util.Locale.ROOT)) {
            case "true", "yes", "1", "y", "on", "t" -> true;
            default -> false;
        };
    }

    /** A whole number within bounds, else what is usual. */
    int number(String name, int least, int most, int usual) {
        try {
            return Math.clamp(Long.parseLong(text(name).strip()), least, most);
        } catch (NumberFormatException e) {
            return usual;
        }
    }
}
