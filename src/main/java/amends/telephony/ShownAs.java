package amends.telephony;

/** Under which number a call to the public network is made. Calls inside the house are always made as oneself. */
public sealed interface ShownAs {
    /** As the exchange shows this desk by itself. */
    record Own() implements ShownAs {}

    /** @param number one of {@link CallerNumbers}, written as there */
    record Number(String number) implements ShownAs {}

    /** Under none (RFC 3323). */
    record Withheld() implements ShownAs {}

    ShownAs OWN = new Own();
    ShownAs WITHHELD = new Withheld();
}
