package amends.desktop.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import amends.contact.Disposition;
import amends.desktop.look.Language;
import amends.desktop.look.Look;
import amends.desktop.look.Texts;
import amends.kernel.PhoneNumber;
import amends.kernel.SettableTime;
import amends.recovery.Balance;
import amends.recovery.Evidence;
import amends.recovery.Evidence.BadlyHeard;
import amends.recovery.Evidence.CallbackLate;
import amends.recovery.Evidence.CalledAgain;
import amends.recovery.Evidence.Dropped;
import amends.recovery.Evidence.GaveUp;
import amends.recovery.Evidence.Hearing;
import amends.recovery.Evidence.LongWait;
import amends.recovery.Failure;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OweWordsTest {
    private static final CallId CALL = new CallId("now");
    private static final CallId OLD = new CallId("old");
    private final SettableTime time = new SettableTime();

    private OweWords words(Language language) {
        return new OweWords(new Look(new Texts(language, ZoneId.of("Asia/Shanghai")), 100), time);
    }

    private Failure ago(long days, Evidence evidence) {
        Instant at = time.now().minus(Duration.ofDays(days));
        return Failure.of(evidence, at, Optional.empty(), Optional.of(new PhoneNumber("+8613800138000")));
    }

    private static GaveUp gaveUp(String caller, long minutes) {
        return new GaveUp(caller, "support", Duration.ofMinutes(minutes));
    }

    static Stream<Arguments> lines() {
        Instant yesterday = new SettableTime().now().minus(Duration.ofDays(1));
        return Stream.of(
                arguments(1, gaveUp("1", 14), "昨天等了 14 分钟后放弃", "Waited 14 min yesterday and gave up"),
                arguments(
                        0,
                        new LongWait(CALL, "q", Duration.ofSeconds(185), Duration.ofSeconds(120)),
                        "本次等了 3 分钟才接通",
                        "Waited 3 min just now before we answered"),
                arguments(
                        3,
                        new Dropped(OLD, Duration.ofSeconds(45), ClearCause.UNREACHABLE),
                        "3 天前通话 45 秒后断线",
                        "Cut off 3 days ago after 45 s"),
                arguments(
                        0,
                        new BadlyHeard(OLD, 8.4, Hearing.AGENT),
                        "今天通话听不清，丢失 8%",
                        "Badly heard earlier today, 8 % lost"),
                arguments(
                        0,
                        new CalledAgain(CALL, new UUID(1, 1), yesterday, Optional.of(Disposition.FOLLOW_UP)),
                        "本次不得不再次来电，昨天已来过",
                        "Called again just now, after a call yesterday"),
                arguments(
                        0,
                        new CallbackLate(new UUID(1, 1), yesterday),
                        "没有按约回电（昨天）",
                        "Not called back as agreed (yesterday)"),
                arguments(0, new Evidence.ThirdTransfer("w", CALL, 3), "本次被转接了 3 次", "Passed on 3 times just now"),
                arguments(
                        0,
                        new Evidence.PromiseBroken(new UUID(1, 1), yesterday),
                        "承诺没有按时兑现（昨天到期）",
                        "A promise not kept in time (due yesterday)"),
                arguments(
                        0,
                        new Evidence.ComplaintOverdue(new UUID(1, 1), "ANSWER", yesterday),
                        "投诉处理超时（昨天到期）",
                        "A complaint past its time (due yesterday)"),
                arguments(
                        1,
                        new Evidence.AnswerCorrected(new UUID(1, 1), new Evidence.Named("a", "en"), 1, 2, yesterday),
                        "昨天答复的内容后来更正了",
                        "Told yesterday what was corrected since"));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void a_failure_reads_like_a_sentence(long daysAgo, Evidence evidence, String chinese, String english) {
        Failure failure = ago(daysAgo, evidence);

        assertThat(words(Language.ZH_CN).item(failure, CALL)).isEqualTo(chinese);
        assertThat(words(Language.EN).item(failure, CALL)).isEqualTo(english);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void every_failure_has_an_apology_without_holes_in_every_language(long daysAgo, Evidence evidence) {
        Balance balance = Balance.of(java.util.List.of(ago(daysAgo, evidence)));
        for (Language language : Language.values()) {
            String apology =
                    words(language).apology(balance, Optional.of("王建国"), CALL).orElseThrow();
            assertThat(apology).contains("王建国").doesNotContain("{").doesNotContain("sorry.");
        }
    }

    @Test
    void the_apology_speaks_of_the_worst_and_by_name() {
        Balance balance = Balance.of(Arrays.asList(ago(0, gaveUp("1", 1)), ago(1, gaveUp("2", 14))));

        assertThat(words(Language.ZH_CN).apology(balance, Optional.of("王建国"), CALL))
                .contains("“王建国您好，昨天您等了 14 分钟也没有接通，非常抱歉。您的事我现在就看。”");
        assertThat(words(Language.EN).apology(balance, Optional.empty(), CALL).orElseThrow())
                .startsWith("“Hello, I am sorry");
    }

    @Test
    void who_is_owed_nothing_hears_no_apology() {
        assertThat(words(Language.EN).apology(Balance.NOTHING, Optional.of("Ann"), CALL))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void more_than_two_are_counted(Language language) {
        Balance four = Balance.of(Arrays.asList(
                ago(1, gaveUp("1", 14)), ago(2, gaveUp("2", 3)), ago(3, gaveUp("3", 1)), ago(4, gaveUp("4", 1))));

        assertThat(words(language).line(four, CALL).split("  ·  ")).hasSize(2);
        assertThat(words(language).more(four)).contains("2");
        assertThat(words(language).more(new Balance(four.open().subList(0, 2)))).isEmpty();
    }

    @Test
    void the_short_form_counts_and_says_nothing_of_nothing() {
        Balance one = Balance.of(java.util.List.of(ago(1, gaveUp("1", 14))));

        assertThat(words(Language.ZH_CN).shortly(one)).isEqualTo("欠 1");
        assertThat(words(Language.ZH_CN).shortly(Balance.NOTHING)).isEmpty();
    }
}
