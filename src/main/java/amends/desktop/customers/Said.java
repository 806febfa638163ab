package amends.desktop.customers;

import amends.customer.CustomerGate;
import amends.customer.WholePersons.NobodyServes;
import amends.customer.WholePersons.ServicesFailed;
import java.util.List;

/** One line for people: a text's key and what goes into it. */
record Said(String key, List<Object> arguments) {
    static final Said NOTHING = new Said("", List.of());

    /** What went wrong, as far as it is said. */
    static Said of(Exception e) {
        if (e instanceof ServicesFailed failed) return of("customers.servicesFailed", failed.getMessage());
        return of(
                switch (e) {
                    case CustomerGate.TooManyLooks many -> "promises.tooMany";
                    case NobodyServes nobody -> "customers.noServices";
                    default -> "customers.failed";
                });
    }

    static Said of(String key, Object... arguments) {
        return new Said(key, List.of(arguments));
    }
}
