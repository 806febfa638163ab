package amends.recovery;

import static amends.recovery.PersonalMark.COLLEAGUE;
import static amends.recovery.PersonalMark.CUSTOMER;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds people whose names are known, in full and as they are called. */
final class KnownNames {
    private static final int MOST_SPACES = 2;
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private KnownNames() {}

    static void find(MarkedPlaces places, Persons persons) {
        for (String name : longestFirst(persons.customers())) find(places, name, CUSTOMER);
        for (String name : longestFirst(persons.colleagues())) find(places, name, COLLEAGUE);
    }

    /** A name that is part of another is found after it. */
    private static List<String> longestFirst(List<String> names) {
        return names.stream()
                .distinct()
                .sorted((a, b) -> b.length() - a.length())
                .toList();
    }

    private static void find(MarkedPlaces places, String raw, PersonalMark mark) {
        String name = Folded.of(raw).plain();
        if (name.codePoints().anyMatch(Character::isIdeographic)) chinese(places, name, mark);
        else latin(places, name, mark);
    }

    private static void chinese(MarkedPlaces places, String raw, PersonalMark mark) {
        String name = raw.replaceAll("\\s+", "");
        // "王先生": how somebody is addressed; the title is no name.
        String bare = name.replaceFirst("(?:" + NameWords.TITLES + ")$", "");
        String surname = surname(bare);
        if (bare.length() > surname.length()) {
            places.all(spaced(bare), mark);
            String given = bare.substring(surname.length());
            if (given.length() > 1 && !NameWords.NO_NAMES.contains(given)) places.all(spaced(given), mark);
            places.all(Pattern.compile(Pattern.quote(given) + "(?=(?:" + NameWords.TITLES + "|哥|姐))"), mark);
        }
        places.all(
                Pattern.compile(Pattern.quote(surname) + "[某\\u4e00-\\u9fff]{0,2}?(?=(?:" + NameWords.TITLES + "))"),
                mark);
        places.all(Pattern.compile("(?<=[小老阿])" + Pattern.quote(surname) + "(?![\\u4e00-\\u9fff]{0,1}[时時])"), mark);
    }

    static String surname(String name) {
        return name.length() > 2 && NameWords.DOUBLE_SURNAMES.contains(name.substring(0, 2))
                ? name.substring(0, 2)
                : name.substring(0, name.offsetByCodePoints(0, 1));
    }

    private static Pattern spaced(String name) {
        return Pattern.compile(name.codePoints()
                .mapToObj(c -> Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining("[\\s·•.,_\\-—*]{0," + MOST_SPACES + "}")));
    }

    private static void latin(MarkedPlaces places, String name, PersonalMark mark) {
        List<String> words = Arrays.stream(name.split("[\\s,.]+"))
                .filter(w -> w.length() > 1)
                .filter(w -> !w.toLowerCase(java.util.Locale.ROOT).matches(NameWords.ENGLISH_TITLES))
                .toList();
        if (words.isEmpty()) return;
        String any = words.stream()
                .map(w -> (w.length() < 4 ? "(?-i:" + Pattern.quote(capital(w)) + ")" : Pattern.quote(w)))
                .collect(Collectors.joining("|"));
        places.all(
                Pattern.compile(
                        "(?<![A-Za-zÀ-ÿ])(?:" + any + ")(?:[\\s,.\\-]{1,3}(?:" + any + ")){0,6}(?![A-Za-zÀ-ÿ])", FLAGS),
                mark);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + word.substring(1);
    }
}
