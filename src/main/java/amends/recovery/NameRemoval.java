package amends.recovery;

import amends.kernel.PlainText;
import amends.recovery.Pseudonymised.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Takes out of a text what tells of a person: names that are known and what looks like one, numbers in every spelling,
 * cards, papers, addresses, mail, plates, dates; sums of money are rounded. Pure; the same text gives the same, and what
 * was taken out already stays out. It cannot know everything: a person reads what is left before others do.
 */
final class NameRemoval {
    private static final int MOST_ROUNDS = 5;

    private NameRemoval() {}

    static Pseudonymised from(String text, Persons persons) {
        return from(text, persons, Set.of());
    }

    /** @param kept words of which the reader said that they are of no person; only of what was guessed */
    static Pseudonymised from(String text, Persons persons, Set<String> kept) {
        String plain = PlainText.lines(text, text == null ? 0 : text.length());
        List<Found> found = new ArrayList<>();
        // What is taken out can bring together what was apart: looked at again until nothing is found.
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Pseudonymised now = once(plain, persons, kept);
            plain = now.text();
            found.addAll(now.found());
            if (now.found().isEmpty()) break;
        }
        return new Pseudonymised(plain, found);
    }

    private static Pseudonymised once(String text, Persons persons, Set<String> kept) {
        Folded folded = Folded.of(text);
        boolean chinese = folded.plain().codePoints().anyMatch(Character::isIdeographic);
        var places = new MarkedPlaces(folded.plain());
        NumberMarks.find(places);
        AmountMarks.find(places, chinese);
        KnownNames.find(places, persons);
        AddressMarks.find(places);
        NumberMarks.findLongOnes(places);
        GuessedNames.find(places, kept);
        return written(folded.shown(), places, chinese, kept);
    }

    private static Pseudonymised written(String shown, MarkedPlaces places, boolean chinese, Set<String> kept) {
        var text = new StringBuilder();
        List<Found> found = new ArrayList<>();
        int at = 0;
        for (MarkedPlaces.Place place : places.inOrder()) {
            String words = shown.substring(place.from(), place.until());
            if (place.mark().isGuess() && kept.contains(words)) continue;
            text.append(shown, at, place.from());
            text.append(place.instead().isEmpty() ? place.mark().placeholder(chinese) : place.instead());
            found.add(new Found(place.mark(), words));
            at = place.until();
        }
        return new Pseudonymised(text.append(shown, at, shown.length()).toString(), found);
    }
}
