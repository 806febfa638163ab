package amends.telephony;

import java.util.List;

/** Under which numbers agents may call. @param mayWithhold whether also under none */
public record CallerNumbers(List<CallerNumber> all, boolean mayWithhold) {
    public static final CallerNumbers NONE = new CallerNumbers(List.of(), false);

    public CallerNumbers {
        all = List.copyOf(all);
    }

    public boolean allows(ShownAs shown) {
        return switch (shown) {
            case ShownAs.Own() -> true;
            case ShownAs.Withheld() -> mayWithhold;
            case ShownAs.Number(String number) ->
                all.stream().anyMatch(n -> n.number().equals(number));
        };
    }

    /** What apology callbacks are made under. */
    public ShownAs ofCallbacks() {
        return all.stream()
                .filter(CallerNumber::callbacks)
                .findFirst()
                .<ShownAs>map(n -> new ShownAs.Number(n.number()))
                .orElse(ShownAs.OWN);
    }
}
