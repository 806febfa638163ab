package amends.app;

import amends.compensation.CompensationPolicy;
import amends.compensation.Experience;
import amends.compensation.OfferList;
import amends.compensation.OfferList.Why;
import amends.compensation.PastCase;
import amends.compensation.PolicyReader;
import amends.compensation.Recommender;
import amends.compensation.SimulatedHouse;
import amends.compensation.SimulatedHouse.Happening;
import amends.compensation.SimulatedHouse.World;
import amends.compensation.Wrong;
import amends.compensation.spreadsheet.CaseFile;
import amends.compensation.spreadsheet.CaseFile.Question;
import amends.compensation.spreadsheet.CsvMistakes;
import amends.compensation.spreadsheet.OfferFile;
import amends.kernel.yaml.YamlMistakes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Recommends for the cases of a file as the house recommends for its own, or measures itself on a simulated house. */
@Command(
        name = "recommender",
        description = {
            "Ranks what the policy allows for each case of a file, as the desk does.",
            "--policy: YAML as the shipped policy.yaml documents it (left out: that one).",
            "--history: failure,severity(minor|moderate|severe),option and lift (-4 to 4) or before,after (1 to 5)"
                    + " and, where known, at: when it was given.",
            "--ask: case,failure,severity and, where wanted, tier(regular|silver|gold|vip),at(2026-03-14T10:00:00+08:00).",
            "--out: case,rank,option,form,value,cost,currency,expected_lift,low,high,cases,why; rank 1 is given first,"
                    + " rank 0 says that the policy gives nothing. Other columns, such as a customer's type, are not read.",
            "--policy alone checks it; --simulate measures regret as src/docs/recommender.md describes."
        },
        mixinStandardHelpOptions = true)
final class RecommenderBench implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    private static final int HOUSES = 24;

    @Option(names = "--policy", paramLabel = "FILE", description = "What may be given for what.")
    Path policy;

    @Option(names = "--history", paramLabel = "FILE", description = "Past cases; without, the policy's beliefs count.")
    Path history;

    @Option(names = "--ask", paramLabel = "FILE", description = "The cases to recommend for.")
    Path ask;

    @Option(names = "--out", paramLabel = "FILE", description = "Where the offers are written.")
    Path out;

    @Option(names = "--simulate", description = "Measures regret on simulated houses instead.")
    boolean simulate;

    @Option(names = "--cases", paramLabel = "N", defaultValue = "500", description = "So many each (${DEFAULT-VALUE}).")
    int cases;

    @Option(
            names = "--world",
            paramLabel = "WORLD",
            defaultValue = "usual",
            description = "Of the houses: usual, alike, apart, wild, turned or sparse (${DEFAULT-VALUE}).")
    String world;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of the first house (${DEFAULT-VALUE}).")
    long seed;

    @Override
    public Integer call() throws IOException {
        try {
            CompensationPolicy read = policy == null ? PolicyReader.standard() : PolicyReader.read(policy);
            if (simulate) simulate(read);
            else if (ask != null && out != null) recommend(read);
            else if (ask != null || out != null || policy == null)
                throw new Trouble(Exit.USAGE, "--ask and --out belong together; --simulate needs neither");
            else
                spec.commandLine()
                        .getOut()
                        .printf(
                                "%s: %s, %s, nothing wrong%n",
                                read.name(),
                                Counted.of(read.rows().size(), "row"),
                                Counted.of(read.options().size(), "option"));
            return Exit.OK;
        } catch (YamlMistakes | CsvMistakes e) {
            throw new Trouble(Exit.BAD_CONFIGURATION, e.getMessage() + System.lineSeparator() + "Nothing was written.");
        }
    }

    private void recommend(CompensationPolicy read) throws CsvMistakes, IOException {
        List<PastCase> past = List.of();
        if (history != null) {
            CaseFile.History known = CaseFile.history(history);
            past = known.cases();
            if (!known.unused().isEmpty())
                spec.commandLine().getOut().println("not read of the history: " + String.join(", ", known.unused()));
        }
        CaseFile.Questions questions = CaseFile.questions(ask, read.kinds());
        if (!questions.unused().isEmpty())
            spec.commandLine().getOut().println("not read of the questions: " + String.join(", ", questions.unused()));
        var recommender = new Recommender(read, Experience.of(read, past));
        Map<String, OfferList> offers = new LinkedHashMap<>();
        for (Question each : questions.questions())
            offers.put(each.id(), recommender.offers(each.wrong(), option -> obstacle(read, option, each)));
        OfferFile.write(out, offers);
        spec.commandLine()
                .getOut()
                .println(Counted.of(past.size(), "past case") + ", " + Counted.of(offers.size(), "question")
                        + " answered");
    }

    private static Optional<Why> obstacle(
            CompensationPolicy read, amends.compensation.Option option, Question question) {
        return question.at()
                .filter(at -> !option.feasibility().isOpen(at, read.budget().zone()))
                .map(at -> Why.CLOSED);
    }

    private void simulate(CompensationPolicy read) {
        World of = World.all().get(world);
        if (of == null)
            throw new Trouble(
                    Exit.USAGE,
                    "--world is one of " + String.join(", ", World.all().keySet()));
        spec.commandLine()
                .getOut()
                .printf(
                        "regret against the best policy after %s, in lift%s, mean of %d houses%n",
                        Counted.of(cases, "case"), read.worth().isPresent() ? " less its price" : "", HOUSES);
        var measured = new LinkedHashMap<String, Double>();
        for (int i = 0; i < HOUSES; i++) {
            long house = seed + i;
            var never = new SimulatedHouse(read, of, house);
            add(measured, "untaught", never, new Recommender(read, Experience.of(read, List.of())));
            add(measured, "learned from past agents' choices", never, taught(read, never, never::chosenByHand));
            add(measured, "learned from choices by lot", never, taught(read, never, never::chosenByLot));
            var own = new SimulatedHouse(read, of, house);
            add(measured, "learned from its own choices", own, byItself(read, own));
        }
        measured.forEach(
                (what, sum) -> spec.commandLine().getOut().printf("  %-50s %5.1f %%%n", what, 100 * sum / HOUSES));
    }

    private static void add(Map<String, Double> measured, String what, SimulatedHouse house, Recommender recommender) {
        boolean priced = recommender.policy().worth().isPresent();
        measured.merge(what, house.regret(w -> first(recommender, w), priced), Double::sum);
    }

    private static amends.compensation.Option first(Recommender recommender, Wrong wrong) {
        return recommender
                .offers(wrong, option -> Optional.empty())
                .offers()
                .getFirst()
                .option();
    }

    private Recommender taught(
            CompensationPolicy read, SimulatedHouse house, Function<Happening, amends.compensation.Option> chosen) {
        var past = new ArrayList<PastCase>();
        for (int i = 0; i < cases; i++) {
            var happening = house.next();
            past.add(house.given(happening, chosen.apply(happening)));
        }
        return new Recommender(read, Experience.of(read, past));
    }

    /** As at a desk: what is learned is renewed now and then, not with every case. */
    private Recommender byItself(CompensationPolicy read, SimulatedHouse house) {
        var past = new ArrayList<PastCase>();
        var recommender = new Recommender(read, Experience.of(read, past));
        for (int i = 1; i <= cases; i++) {
            var happening = house.next();
            past.add(house.given(happening, first(recommender, happening.wrong())));
            if (i % 25 == 0 || i == cases) recommender = new Recommender(read, Experience.of(read, past));
        }
        return recommender;
    }
}
