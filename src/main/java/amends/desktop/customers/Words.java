package amends.desktop.customers;

import amends.customer.PersonalRecord;
import amends.customer.RowProblem;
import amends.desktop.look.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The page's values in words. */
final class Words {
    private Words() {}

    static String of(Look look, Said said) {
        if (said.key().isEmpty()) return "";
        Object[] arguments = said.arguments().stream()
                .map(argument -> argument instanceof Enum<?> value ? named(look, value) : argument)
                .toArray();
        return look.get(said.key(), arguments);
    }

    private static String named(Look look, Enum<?> value) {
        String word = look.texts().stateWord(value);
        return word.isEmpty() ? value.name() : word;
    }

    /** Line, column, what is wrong, what stands there, what to do. */
    static List<String> problem(Look look, RowProblem problem) {
        String wrong = named(look, problem.problem()).replace("{0}", String.valueOf(problem.most()));
        int todo = wrong.indexOf(" — ");
        return List.of(
                String.valueOf(problem.line()),
                problem.column(),
                problem.found(),
                todo < 0 ? wrong : wrong.substring(0, todo),
                todo < 0 ? "" : wrong.substring(todo + 3));
    }

    static List<String> problemHeads(Look look) {
        return List.of(
                look.get("import.line"),
                look.get("import.column"),
                look.get("import.stands"),
                look.get("import.wrong"),
                look.get("import.todo"));
    }

    static String kind(Look look, PersonalRecord record) {
        return look.texts().known("PersonalRecord." + record.kind()).orElse(record.kind());
    }

    static String facts(Look look, PersonalRecord record) {
        return record.facts().stream()
                .map(fact ->
                        look.texts().known("PersonalRecord.fact." + fact.name()).orElse(fact.name()) + ": "
                                + fact.value().replace("\n", " / "))
                .collect(Collectors.joining("  ·  "));
    }

    /** A person's record as the rows of a table. */
    static List<List<String>> rows(Look look, List<PersonalRecord> records) {
        var rows = new ArrayList<List<String>>();
        for (PersonalRecord record : records)
            rows.add(List.of(
                    kind(look, record), record.at().map(Object::toString).orElse(""), facts(look, record)));
        return rows;
    }
}
