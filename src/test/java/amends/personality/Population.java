package amends.personality;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Simulated customers whose type is known, with moods, observers' habits and mistakes; seeded. */
final class Population {
    static final Instant BEGAN = Instant.parse("2025-01-01T00:00:00Z");
    static final Instant TODAY = BEGAN.plusSeconds(600L * 86_400);
    private static final int[] CONTACTS = {0, 1, 1, 2, 2, 3, 4, 6};
    private static final int[] SEVERITIES = {1, 1, 1, 1, 2, 2, 2, 3, 3, 4};

    final List<List<Encounter>> histories = new ArrayList<>();
    final List<CustomerType> types = new ArrayList<>();
    private final Setting setting;
    private final Random random;
    private final double[] habits;

    /** @param moodOdds how far the gravest failure multiplies the odds @param habits how far observers differ */
    record Setting(int customers, double expressive, double mistake, double moodOdds, int observers, double habits) {
        static final Setting USUAL = new Setting(6000, .35, .10, 2, 60, .4);
    }

    Population(Setting setting, long seed) {
        this.setting = setting;
        random = new Random(seed);
        habits = random.doubles(setting.observers()).toArray();
        for (int i = 0; i < habits.length; i++) habits[i] = random.nextGaussian() * setting.habits();
        for (int i = 0; i < setting.customers(); i++) customer();
    }

    private void customer() {
        CustomerType type =
                random.nextDouble() < setting.expressive() ? CustomerType.EXPRESSIVE : CustomerType.RESERVED;
        var history = new ArrayList<Encounter>();
        int contacts = CONTACTS[random.nextInt(CONTACTS.length)];
        for (int i = 0; i < contacts; i++) history.add(contact(type));
        if (history.isEmpty()) return;
        types.add(type);
        histories.add(history);
    }

    private Encounter contact(CustomerType type) {
        int severity = SEVERITIES[random.nextInt(SEVERITIES.length)];
        int observer = random.nextInt(habits.length);
        double push = Math.log(setting.moodOdds()) * (severity - 1) / 3 + random.nextGaussian() * .5 + habits[observer];
        var behaviours = new ArrayList<>(Arrays.asList(Behaviour.values()));
        Collections.shuffle(behaviours, random);
        var marks = new ArrayList<Mark>();
        for (Behaviour b : behaviours.subList(0, 1 + random.nextInt(4))) {
            double sign = b.speaksFor() == CustomerType.EXPRESSIVE ? 1 : -1;
            double share = 1 / (1 + Math.exp(-(Parameters.logit(b.usualShare(type)) + sign * push)));
            boolean seen = random.nextDouble() < share ^ random.nextDouble() < setting.mistake();
            marks.add(new Mark(b, seen, "agent" + observer));
        }
        return new Encounter(BEGAN.plusSeconds(86_400L * random.nextInt(600)), severity, marks);
    }
}
