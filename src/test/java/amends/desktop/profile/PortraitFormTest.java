package amends.desktop.profile;

import static org.assertj.core.api.Assertions.assertThat;

import amends.customer.Occasion;
import amends.customer.Portrait;
import amends.desktop.profile.PortraitForm.Field;
import java.time.LocalTime;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PortraitFormTest {
    private static final UUID WANG = new UUID(7, 1);

    private static Portrait full() {
        return new Portrait(
                WANG,
                Map.of(),
                "小微企业主",
                "zh-CN",
                List.of(
                        new Occasion(Occasion.Kind.BIRTHDAY, "", MonthDay.of(3, 8), Optional.empty()),
                        new Occasion(Occasion.Kind.WEDDING_DAY, "", MonthDay.of(9, 1), Optional.empty())),
                List.of("信用卡", "小微贷"),
                List.of(),
                List.of("钓鱼"),
                Optional.of(Portrait.Channel.PHONE),
                Optional.of(new Portrait.Hours(LocalTime.of(18, 30), LocalTime.of(21, 0))),
                Optional.empty(),
                4);
    }

    @Test
    void what_nobody_touched_is_what_it_was() {
        var form = new PortraitForm(full());
        assertThat(form.isChanged()).isFalse();
        assertThat(form.typed()).isEqualTo(full());
    }

    @ParameterizedTest
    @CsvSource({"3-8, 3, 8", "03-08, 3, 8", "3月8日, 3, 8", "12/31, 12, 31", "2.29, 2, 29"})
    void a_birthday_is_read_as_people_write_it(String typed, int month, int day) {
        var form = new PortraitForm(Portrait.blank(WANG));
        form.type(Field.BIRTHDAY, typed);
        assertThat(form.unread()).isEmpty();
        assertThat(form.typed().occasions())
                .containsExactly(new Occasion(Occasion.Kind.BIRTHDAY, "", MonthDay.of(month, day), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"13-1", "2-30", "soon", "0-0", "99999999999999-1"})
    void what_is_no_day_changes_nothing(String typed) {
        var form = new PortraitForm(full());
        form.type(Field.BIRTHDAY, typed);
        assertThat(form.unread()).containsExactly(Field.BIRTHDAY);
        assertThat(form.typed().occasions()).isEqualTo(full().occasions());
    }

    @ParameterizedTest
    @CsvSource({"18:30-21:00, 18:30, 21:00", "9-12, 09:00, 12:00", "9：30至24, 09:30, 00:00", "22–6, 22:00, 06:00"})
    void hours_are_read_as_people_write_them(String typed, LocalTime from, LocalTime until) {
        var form = new PortraitForm(full());
        form.type(Field.HOURS, typed);
        assertThat(form.typed().hours()).contains(new Portrait.Hours(from, until));
    }

    @Test
    void lists_are_parted_by_any_comma_and_days_keep_their_kind() {
        var form = new PortraitForm(full());
        form.type(Field.PRODUCTS, "信用卡，手机银行、 理财;;基金");
        form.type(Field.DAYS, "09-01; 10-02 开店纪念日");

        assertThat(form.typed().products()).containsExactly("信用卡", "手机银行", "理财", "基金");
        assertThat(form.typed().occasions())
                .extracting(Occasion::kind)
                .containsExactly(Occasion.Kind.BIRTHDAY, Occasion.Kind.WEDDING_DAY, Occasion.Kind.OTHER);
    }

    @Test
    void whatever_is_typed_is_read_or_said_to_be_unread() {
        var random = new Random(5);
        String letters = "0123456789-:月日至; ,、x\u202e";
        for (int i = 0; i < 2000; i++) {
            var form = new PortraitForm(full());
            var text = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) text.append(letters.charAt(random.nextInt(letters.length())));
            for (Field field : Field.values()) form.type(field, text.toString());
            assertThat(form.typed().customer()).isEqualTo(WANG);
        }
    }
}
