package amends.desktop.customers;

import java.util.List;

/** One line for people: a text's key and what goes into it. */
record Said(String key, List<Object> arguments) {
    static final Said NOTHING = new Said("", List.of());

    static Said of(String key, Object... arguments) {
        return new Said(key, List.of(arguments));
    }
}
