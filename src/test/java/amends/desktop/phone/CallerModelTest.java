package amends.desktop.phone;

import static org.assertj.core.api.Assertions.assertThat;

import amends.desktop.FakePhone;
import amends.kernel.SettableTime;
import amends.telephony.CallerNumber;
import amends.telephony.CallerNumbers;
import amends.telephony.ShownAs;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CallerModelTest {
    private static final ShownAs SERVICE = new ShownAs.Number("+864008001000");
    private static final CallerNumbers NUMBERS =
            new CallerNumbers(List.of(new CallerNumber("+864008001000", "服务热线", true)), true);

    private final AtomicReference<String> kept = new AtomicReference<>();

    @Test
    void without_numbers_there_is_nothing_to_choose() {
        assertThat(new CallerModel(CallerNumbers.NONE).isAsked()).isFalse();
        assertThat(new CallerModel(NUMBERS).choices()).containsExactly(ShownAs.OWN, SERVICE, ShownAs.WITHHELD);
    }

    @Test
    void what_is_chosen_is_remembered() {
        var model = new CallerModel(NUMBERS);
        model.remembers("", kept::set);
        model.choose(ShownAs.WITHHELD);
        var tomorrow = new CallerModel(NUMBERS);
        tomorrow.remembers(kept.get(), kept::set);
        assertThat(tomorrow.chosen()).isEqualTo(ShownAs.WITHHELD);
    }

    @Test
    void a_number_that_the_house_took_away_is_forgotten() {
        var model = new CallerModel(new CallerNumbers(NUMBERS.all(), false));
        model.remembers("withheld", kept::set);
        assertThat(model.chosen()).isEqualTo(ShownAs.OWN);
        model.choose(new ShownAs.Number("+8610000000"));
        assertThat(model.chosen()).isEqualTo(ShownAs.OWN);
        assertThat(kept.get()).isNull();
    }

    @Test
    void calls_are_made_under_it() {
        var phone = new FakePhone(new SettableTime());
        var model = new PhoneModel(phone, new SettableTime(), call -> Optional.empty());
        model.callsAs(NUMBERS);
        model.caller().choose(SERVICE);
        model.dial("13800138000");
        assertThat(phone.lastShown).isEqualTo(SERVICE);
    }
}
