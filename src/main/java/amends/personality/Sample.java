package amends.personality;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was seen of many customers, laid flat to be reckoned with: the contacts of customer {@code c} are those from
 * {@code contacts[c]} to before {@code contacts[c + 1]}, oldest first; the marks of a contact likewise.
 */
final class Sample {
    private static final double SECONDS_OF_DAY = 86_400;

    final int customers;
    final int[] contacts;
    final int[] marks;
    /** 0 to 1. */
    final double[] severity;
    /** Days since 1970. */
    final double[] day;

    final int[] behaviour;
    final boolean[] seen;
    final int[] observer;
    final List<String> observers;
    /** Of one customer. */
    final int mostContacts;

    final int mostMarks;

    private Sample(List<List<Encounter>> histories) {
        customers = histories.size();
        int contactCount = histories.stream().mapToInt(List::size).sum();
        int markCount = histories.stream()
                .flatMap(List::stream)
                .mapToInt(e -> e.marks().size())
                .sum();
        contacts = new int[customers + 1];
        marks = new int[contactCount + 1];
        severity = new double[contactCount];
        day = new double[contactCount];
        behaviour = new int[markCount];
        seen = new boolean[markCount];
        observer = new int[markCount];
        observers = fill(histories);
        int manyContacts = 0;
        int manyMarks = 0;
        for (int c = 0; c < customers; c++) {
            manyContacts = Math.max(manyContacts, contacts[c + 1] - contacts[c]);
            manyMarks = Math.max(manyMarks, marks[contacts[c + 1]] - marks[contacts[c]]);
        }
        mostContacts = manyContacts;
        mostMarks = manyMarks;
    }

    static Sample of(Collection<List<Encounter>> histories) {
        return new Sample(histories.stream().map(Sample::oldestFirst).toList());
    }

    private static List<Encounter> oldestFirst(List<Encounter> history) {
        return history.stream().sorted(Comparator.comparing(Encounter::at)).toList();
    }

    private List<String> fill(List<List<Encounter>> histories) {
        Map<String, Integer> places = new HashMap<>();
        List<String> names = new ArrayList<>();
        int contact = 0;
        int mark = 0;
        for (int c = 0; c < customers; c++) {
            for (Encounter encounter : histories.get(c)) {
                severity[contact] =
                        (double) (encounter.severity() - Encounter.LEAST) / (Encounter.GRAVEST - Encounter.LEAST);
                day[contact] = dayOf(encounter.at());
                for (Mark m : encounter.marks()) {
                    behaviour[mark] = m.behaviour().ordinal();
                    seen[mark] = m.seen();
                    observer[mark++] = places.computeIfAbsent(m.observer(), name -> {
                        names.add(name);
                        return names.size() - 1;
                    });
                }
                marks[++contact] = mark;
            }
            contacts[c + 1] = contact;
        }
        return List.copyOf(names);
    }

    static double dayOf(Instant at) {
        return at.getEpochSecond() / SECONDS_OF_DAY;
    }

    double newestDay() {
        return Arrays.stream(day).max().orElse(0);
    }
}
