package amends.desktop.promise;

import amends.desktop.look.Look;
import amends.promise.Department;
import amends.promise.Promise;
import amends.promise.PromiseOwner;
import amends.promise.PromiseRules;
import amends.staff.StaffMember;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** How what belongs to a promise is called. @param people who can keep one, as far as they are known */
record PromiseNames(PromiseRules rules, StaffMember member, List<StaffMember> people) {
    String kind(Look look, String code) {
        Locale language = look.texts().language().locale();
        return rules.kind(code).map(k -> k.names().in(language)).orElse(code);
    }

    String owner(Look look, PromiseOwner owner) {
        return switch (owner) {
            case PromiseOwner.Team(var code) -> team(look, code);
            case PromiseOwner.Person(var who) ->
                who.equals(member.id())
                        ? look.get("promise.me", member.name())
                        : person(who).orElseGet(() -> look.get("promise.colleague"));
        };
    }

    private String team(Look look, String code) {
        Locale language = look.texts().language().locale();
        return rules.department(code)
                .map(Department::names)
                .map(n -> n.in(language))
                .orElse(code);
    }

    Optional<String> person(UUID who) {
        return people.stream()
                .filter(p -> p.id().equals(who))
                .map(StaffMember::name)
                .findFirst();
    }

    /** What was promised, in a line. */
    String what(Look look, Promise promise) {
        Locale language = look.texts().language().locale();
        String amount = promise.amount().map(a -> a.shown(language) + " ").orElse("");
        return kind(look, promise.kind()) + " " + amount + promise.what();
    }
}
