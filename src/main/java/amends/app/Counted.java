package amends.app;

/** A number with its noun, as English counts: {@code 1 article}, {@code 2 articles}, {@code 0 articles}. */
final class Counted {
    private Counted() {}

    static String of(long number, String one, String several) {
        return number + " " + word(number, one, several);
    }

    /** Nouns that only take an s. */
    static String of(long number, String one) {
        return of(number, one, one + "s");
    }

    /** The word that goes with such a number: {@code was} or {@code were}. */
    static String word(long number, String one, String several) {
        return number == 1 ? one : several;
    }
}
