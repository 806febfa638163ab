package amends.desktop.phone;

import amends.desktop.PresentationModel;
import amends.telephony.CallerNumber;
import amends.telephony.CallerNumbers;
import amends.telephony.ShownAs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Under which number the agent calls; the same until another is chosen, the next days too. */
public final class CallerModel extends PresentationModel {
    private static final String WITHHELD = "withheld";

    private final CallerNumbers numbers;
    private final List<ShownAs> choices = new ArrayList<>();
    private Consumer<String> remember = stored -> {};
    private ShownAs chosen = ShownAs.OWN;

    public CallerModel(CallerNumbers numbers) {
        this.numbers = numbers;
        choices.add(ShownAs.OWN);
        numbers.all().forEach(n -> choices.add(new ShownAs.Number(n.number())));
        if (numbers.mayWithhold()) choices.add(ShownAs.WITHHELD);
    }

    /** @param stored what was chosen before, as it was remembered; one that is not allowed any more is forgotten */
    public void remembers(String stored, Consumer<String> remember) {
        this.remember = remember;
        choices.stream().filter(c -> stored(c).equals(stored)).findFirst().ifPresent(c -> chosen = c);
        changed();
    }

    private static String stored(ShownAs shown) {
        return switch (shown) {
            case ShownAs.Own() -> "";
            case ShownAs.Number(String number) -> number;
            case ShownAs.Withheld() -> WITHHELD;
        };
    }

    /** Whether there is anything to choose. */
    boolean isAsked() {
        return choices.size() > 1;
    }

    List<ShownAs> choices() {
        return choices;
    }

    ShownAs chosen() {
        return chosen;
    }

    void choose(ShownAs shown) {
        if (shown.equals(chosen) || !choices.contains(shown)) return;
        chosen = shown;
        remember.accept(stored(shown));
        changed();
    }

    Optional<CallerNumber> named(ShownAs.Number shown) {
        return numbers.all().stream()
                .filter(n -> n.number().equals(shown.number()))
                .findFirst();
    }
}
