package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contact.Contact;
import amends.contact.WrapUp;
import amends.kernel.PhoneNumber;
import amends.kernel.SettableTime;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleText;
import amends.knowledge.Audience;
import amends.knowledge.UsedArticles.How;
import amends.knowledge.UsedArticles.Use;
import amends.knowledge.Validity;
import amends.recovery.Evidence.AnswerCorrected;
import amends.recovery.Failure;
import amends.telephony.ClearCause;
import amends.telephony.Direction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorrectedAnswersTest {
    private static final PhoneNumber NUMBER = new PhoneNumber("+8613800138000");
    private static final ArticleId REFUND = new ArticleId("refund-days", ArticleLanguage.ZH_CN);
    private final SettableTime time = new SettableTime();

    @TempDir
    Path folder;

    private static ArticleText text(String body) {
        return new ArticleText(
                REFUND,
                "退款几天到账",
                List.of("退款多久"),
                "cards",
                List.of(),
                Audience.values()[0],
                Validity.ALWAYS,
                body,
                Optional.empty());
    }

    private Contact contact(UUID id) {
        return new Contact(
                id,
                "call-" + id,
                Direction.INBOUND,
                new UUID(1, 1),
                NUMBER.e164(),
                Optional.empty(),
                "support",
                Duration.ZERO,
                time.now(),
                Optional.of(time.now()),
                Optional.of(time.now().plusSeconds(60)),
                Optional.of(ClearCause.REMOTE_HANGUP),
                Optional.empty(),
                Optional.of(new WrapUp(amends.contact.Disposition.SOLVED, "")),
                Contact.State.CLOSED);
    }

    @Test
    void who_was_told_what_was_corrected_later_is_owed_once() throws Exception {
        var home = Home.at(folder);
        var where = new DeskSettings.Database(home.databaseUrl(), "amends", amends.kernel.Secret.of(""));
        try (var store = StoreRoom.open(where, home, "test", time)) {
            assertThat(store.database().awaitAvailable(Duration.ofSeconds(60))).isTrue();
            var articles = store.knowledge().articles();
            articles.publish(text("退款 3 个工作日内到账。"));
            var told = new UUID(9, 1);
            store.contacts().save(contact(told));
            store.knowledge().used().mark(new Use(told, REFUND, 1, new UUID(1, 1), time.now(), How.SUGGESTED));
            var looking = new CorrectedAnswers(store, articles, "CN", time);
            assertThat(looking.look()).isZero();

            time.pass(Duration.ofDays(2));
            articles.publish(text("退款 3 个工作日内到账！"));
            assertThat(looking.look()).isZero();
            articles.publish(text("退款 5 个工作日内到账。"));
            assertThat(looking.look()).isEqualTo(1);
            assertThat(looking.look()).isZero();

            assertThat(store.failures().openOf(NUMBER))
                    .singleElement()
                    .extracting(Failure::evidence)
                    .isInstanceOfSatisfying(AnswerCorrected.class, answer -> {
                        assertThat(answer.told()).isEqualTo(1);
                        assertThat(answer.corrected()).isEqualTo(3);
                        assertThat(looking.told(answer)).hasValueSatisfying(both -> {
                            assertThat(both.told()).contains("3 个");
                            assertThat(both.right()).contains("5 个");
                        });
                    });

            time.pass(Duration.ofDays(40));
            articles.publish(text("退款 9 个工作日内到账。"));
            assertThat(looking.look()).isZero();
        }
    }
}
