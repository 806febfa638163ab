package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import amends.care.CareCall;
import amends.care.jdbc.JdbcCareCalls;
import amends.contact.Contact;
import amends.contact.WrapUp;
import amends.customer.CustomerProfile;
import amends.kernel.Duty;
import amends.kernel.DutyHandler.Result;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.SettableTime;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleText;
import amends.knowledge.Audience;
import amends.knowledge.Recall.Told;
import amends.knowledge.Recall.Way;
import amends.knowledge.Recalling;
import amends.knowledge.UsedArticles.How;
import amends.knowledge.UsedArticles.Use;
import amends.knowledge.Validity;
import amends.knowledge.jdbc.JdbcRecalls;
import amends.recovery.Evidence.AnswerCorrected;
import amends.recovery.Failure;
import amends.staff.Role;
import amends.staff.StaffMember;
import amends.telephony.ClearCause;
import amends.telephony.Direction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecalledAnswersTest {
    private static final PhoneNumber WANG = new PhoneNumber("+8613800138000");
    private static final PhoneNumber STRANGER = new PhoneNumber("+8613900139001");
    private static final ArticleId REFUND = new ArticleId("refund-days", ArticleLanguage.ZH_CN);
    private final SettableTime time = new SettableTime();

    @TempDir
    Path folder;

    private StoreRoom store;
    private JdbcRecalls recalls;
    private Recalling lead;
    private RecalledAnswers duty;
    private CustomerProfile wang;

    @BeforeEach
    void open() throws Exception {
        var home = Home.at(folder);
        var where = new DeskSettings.Database(home.databaseUrl(), "amends", amends.kernel.Secret.of(""));
        store = StoreRoom.open(where, home, "test", time);
        assertThat(store.database().awaitAvailable(Duration.ofSeconds(60))).isTrue();
        recalls = new JdbcRecalls(store.database());
        var books = new Recalling.Books(
                recalls, store.knowledge().articles(), store.duties(), store.audit(), store.database());
        var member = new StaffMember(new UUID(1, 9), "lead", "赵倩", "1003", Set.of(Role.LEAD));
        lead = new Recalling(member, books, () -> {}, time);
        duty = new RecalledAnswers(store, "CN", time);
        wang = store.customers()
                .save(new CustomerProfile(
                        Ids.next(), "王建国", List.of(WANG), CustomerProfile.Tier.GOLD, "上海", Optional.empty(), "", 0));
        publish("退款 3 个工作日内到账。");
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void publish(String body) {
        store.knowledge()
                .articles()
                .publish(new ArticleText(
                        REFUND,
                        "退款几天到账",
                        List.of("退款多久"),
                        "cards",
                        List.of(),
                        Audience.CUSTOMER,
                        Validity.ALWAYS,
                        body,
                        Optional.empty()));
    }

    private UUID told(String number, Optional<UUID> customer) {
        var id = Ids.next();
        store.contacts()
                .save(new Contact(
                        id,
                        "call-" + id,
                        Direction.INBOUND,
                        new UUID(1, 1),
                        number,
                        customer,
                        "support",
                        Duration.ZERO,
                        time.now(),
                        Optional.of(time.now()),
                        Optional.of(time.now().plusSeconds(60)),
                        Optional.of(ClearCause.REMOTE_HANGUP),
                        Optional.empty(),
                        Optional.of(new WrapUp(amends.contact.Disposition.SOLVED, "")),
                        Contact.State.CLOSED));
        store.knowledge().used().mark(new Use(id, REFUND, 1, new UUID(1, 1), time.now(), How.SUGGESTED));
        return id;
    }

    private UUID recalled() {
        assertThat(lead.recall(REFUND, 1, "实际是 5 个工作日")).isEqualTo(Recalling.Answer.DONE);
        return lead.all().getFirst().recall().id();
    }

    private Result round(UUID recall) {
        return store.database().call(() -> duty.carryOut(new Duty(recall, Recalling.DUTY, recall, time.now(), 0)));
    }

    private Map<UUID, Way> ways(UUID recall) {
        return lead.told(recall).stream().collect(Collectors.toMap(Told::contact, Told::way));
    }

    @Test
    void everybody_who_was_told_is_owed_once_even_when_their_desk_tells_late() {
        UUID known = told(WANG.e164(), Optional.of(wang.id()));
        UUID stranger = told(STRANGER.e164(), Optional.empty());
        UUID hidden = told("anonymous", Optional.empty());
        UUID recall = recalled();

        assertThat(round(recall)).isInstanceOf(Result.Again.class);
        assertThat(ways(recall))
                .containsEntry(known, Way.OWED)
                .containsEntry(stranger, Way.OWED)
                .containsEntry(hidden, Way.UNREACHABLE);
        assertThat(store.failures().openOf(STRANGER))
                .singleElement()
                .extracting(Failure::evidence)
                .isInstanceOfSatisfying(AnswerCorrected.class, e -> {
                    assertThat(e.told()).isEqualTo(1);
                    assertThat(e.corrected()).isEqualTo(2);
                });

        UUID late = told(WANG.e164(), Optional.of(wang.id()));
        round(recall);
        round(recall);
        assertThat(ways(recall)).containsEntry(late, Way.OWED);
        assertThat(store.failures().openOf(wang.id())).hasSize(2);

        publish("退款 5 个工作日内到账。");
        assertThat(new CorrectedAnswers(store, store.knowledge().articles(), "CN", time).look())
                .isZero();
        time.pass(Duration.ofDays(8));
        assertThat(round(recall)).isEqualTo(new Result.Done());
    }

    @Test
    void whoever_shall_be_called_comes_on_the_list_once_and_whoever_has_no_name_is_said_not_to() {
        UUID first = told(WANG.e164(), Optional.of(wang.id()));
        UUID second = told(WANG.e164(), Optional.of(wang.id()));
        UUID stranger = told(STRANGER.e164(), Optional.empty());
        UUID recall = recalled();
        round(recall);
        lead.callBack(recall, List.of(first, second, stranger));
        round(recall);

        assertThat(ways(recall))
                .containsEntry(first, Way.ON_CALL_LIST)
                .containsEntry(second, Way.ON_CALL_LIST)
                .containsEntry(stranger, Way.UNREACHABLE);
        assertThat(new JdbcCareCalls(store.database()).open(9))
                .singleElement()
                .extracting(CareCall::customer, CareCall::number, CareCall::words)
                .containsExactly(wang.id(), WANG, "实际是 5 个工作日");
    }

    @Test
    void whoever_shall_be_written_to_gets_one_message_a_number() {
        UUID first = told(WANG.e164(), Optional.of(wang.id()));
        UUID second = told(WANG.e164(), Optional.of(wang.id()));
        UUID landline = told("+862161234567", Optional.empty());
        UUID recall = recalled();
        lead.write(recall, List.of(first, second, landline), "【云杉银行】更正：退款 5 个工作日内到账。");
        round(recall);

        assertThat(ways(recall))
                .containsEntry(first, Way.SMS_PUT_OUT)
                .containsEntry(second, Way.SMS_PUT_OUT)
                .containsEntry(landline, Way.UNREACHABLE);
        assertThat(store.outbox().courseOf(Ids.named("recall sms:" + recall + ":" + WANG.e164())))
                .isPresent();
        assertThat(store.failures().openOf(wang.id())).hasSize(2);
        assertThat(lead.all().getFirst().reached()).isEqualTo(2);
    }
}
