package amends.customer;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contact.CallScript;
import amends.customer.CustomerProfile.Tier;
import amends.customer.OutsideAnswer.Found;
import amends.customer.OutsideAnswer.Unreachable;
import amends.customer.OutsideLine.Standing;
import amends.desktop.FakePop;
import amends.kernel.Ids;
import amends.kernel.PhoneNumber;
import amends.kernel.SettableTime;
import amends.kernel.Transactions;
import amends.telephony.CallId;
import amends.telephony.ClearCause;
import amends.telephony.Party;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class AskingOutsideTest {
    private static final String NUMBER = "+8613800138000";
    private static final OutsideFact ORDERS = new OutsideFact(OutsideFact.Kind.FACT, "Open orders", "2");
    private static final OutsideFact OLD = new OutsideFact(OutsideFact.Kind.FACT, "Open orders", "1");
    private static final OutsideFact TAG = new OutsideFact(OutsideFact.Kind.TAG, "", "出差多");
    private final SettableTime time = new SettableTime();
    private final CallScript phone = new CallScript(time);
    private final FakePop pop = new FakePop();
    private final BookMemory book = new BookMemory();
    private final Map<UUID, Tag> tags = new HashMap<>();
    private final Queue<Runnable> hanging = new ArrayDeque<>();
    private final List<URI> opened = new ArrayList<>();
    private final List<OutsideSource.Question> asked = new ArrayList<>();
    private boolean slow;
    private boolean agrees;
    private boolean needsConsent;
    private OutsideAnswer answer = new Found(List.of(ORDERS, TAG));
    private PageOnPop.When when = PageOnPop.When.ANSWERED;
    private AskingOutside asking;

    private AskingOutside build() {
        asking = new AskingOutside(
                phone,
                pop,
                List.of(new Source()),
                new PageOnPop(
                        Optional.of(AddressTemplate.of("https://crm.example/{number}", "CN")),
                        when,
                        "core",
                        opened::add),
                new OutsideKeeping(book, new TagMemory(), new Agreeing(), new Straight(), time),
                new AskingOutside.Runners(time, Runnable::run, task -> {
                    if (slow) hanging.add(task);
                    else task.run();
                }),
                "CN",
                time);
        return asking;
    }

    private static CustomerProfile somebody() {
        return new CustomerProfile(
                Ids.next(), "王建国", List.of(new PhoneNumber(NUMBER)), Tier.GOLD, "", Optional.empty(), "", 1);
    }

    private CallId rings(String id, CustomerProfile who) {
        CallId call = phone.rings(id, NUMBER);
        pop.pops(new PopState.Known(call, new Party(NUMBER, ""), who));
        return call;
    }

    private OutsideLine line(CallId call) {
        return asking.of(call).getFirst();
    }

    @Test
    void what_another_system_says_is_shown_and_kept_and_its_tags_are_tags() {
        build();
        var who = somebody();
        CallId call = rings("1", who);

        assertThat(line(call).standing()).isEqualTo(Standing.FRESH);
        assertThat(line(call).facts()).containsExactly(ORDERS, TAG);
        assertThat(book.of(who.id()).get("crm").facts()).containsExactly(ORDERS, TAG);
        assertThat(tags.values()).singleElement().satisfies(tag -> {
            assertThat(tag.source()).isEqualTo(Tag.Source.OUTSIDE);
            assertThat(tag.name()).isEqualTo("出差多");
        });
        answer = new Found(List.of(ORDERS));
        rings("2", who);
        assertThat(tags).isEmpty();
    }

    @Test
    void a_dead_source_shows_what_was_known_with_its_age() {
        build();
        var who = somebody();
        book.keep(who.id(), "crm", time.now().minus(Duration.ofHours(3)), List.of(OLD));
        answer = new Unreachable("nobody answers there");
        CallId call = rings("1", who);

        assertThat(line(call).standing()).isEqualTo(Standing.UNREACHABLE);
        assertThat(line(call).facts()).containsExactly(OLD);
        assertThat(line(call).at()).contains(time.now().minus(Duration.ofHours(3)));
        assertThat(book.of(who.id())).containsKey("crm");
    }

    @Test
    void a_late_answer_is_added_to_the_same_call_and_kept() {
        build();
        slow = true;
        var who = somebody();
        CallId call = rings("1", who);
        assertThat(line(call).standing()).isEqualTo(Standing.ASKING);
        time.pass(Duration.ofSeconds(2));
        assertThat(line(call).standing()).isEqualTo(Standing.LATE);
        hanging.remove().run();
        assertThat(line(call).standing()).isEqualTo(Standing.FRESH);
        assertThat(book.of(who.id())).containsKey("crm");
    }

    @Test
    void an_answer_never_stands_under_another_customer() {
        build();
        slow = true;
        CallId call = phone.rings("1", NUMBER);
        pop.pops(new PopState.Unknown(call, new Party(NUMBER, ""), Optional.of(new PhoneNumber(NUMBER))));
        var who = somebody();
        pop.pops(new PopState.Known(call, new Party(NUMBER, ""), who));
        assertThat(hanging).hasSize(2);
        hanging.remove().run();

        assertThat(line(call).standing()).isEqualTo(Standing.ASKING);
        assertThat(line(call).facts()).isEmpty();
        assertThat(book.of(who.id())).isEmpty();
        hanging.remove().run();
        assertThat(line(call).facts()).isNotEmpty();
    }

    @Test
    void a_new_version_of_the_same_profile_asks_nobody_again() {
        build();
        var who = somebody();
        CallId call = rings("1", who);
        pop.pops(new PopState.Known(call, new Party(NUMBER, ""), who.at(2)));
        assertThat(asked).hasSize(1);
    }

    @Test
    void after_three_failures_it_is_left_in_peace_for_a_while() {
        build();
        answer = new Unreachable("down");
        for (int i = 0; i < 3; i++) rings("f" + i, somebody());
        CallId call = rings("4", somebody());
        assertThat(line(call).standing()).isEqualTo(Standing.RESTING);
        assertThat(asked).hasSize(3);

        time.pass(Duration.ofSeconds(31));
        answer = new Found(List.of(ORDERS));
        assertThat(line(rings("5", somebody())).standing()).isEqualTo(Standing.FRESH);
    }

    @Test
    void no_more_than_a_few_questions_hang_at_once() {
        build();
        slow = true;
        for (int i = 0; i < 6; i++) rings("h" + i, somebody());
        assertThat(hanging).hasSize(AskingOutside.MOST_IN_FLIGHT);
    }

    @Test
    void who_did_not_agree_is_not_asked_for_where_that_is_wanted() {
        needsConsent = true;
        build();
        assertThat(line(rings("1", somebody())).standing()).isEqualTo(Standing.NOT_ASKED);
        agrees = true;
        assertThat(line(rings("2", somebody())).standing()).isEqualTo(Standing.FRESH);
        assertThat(asked).hasSize(1);
    }

    @Test
    void a_withheld_number_asks_nobody_and_opens_nothing() {
        when = PageOnPop.When.RINGING;
        build();
        CallId call = phone.rings("1", "anonymous");
        pop.pops(new PopState.Unknown(call, new Party("anonymous", ""), Optional.empty()));
        assertThat(asked).isEmpty();
        assertThat(opened).isEmpty();
        asking.openPage(call);
        assertThat(opened).isEmpty();
    }

    @Test
    void the_page_opens_once_when_the_call_is_answered() {
        build();
        CallId call = rings("1", somebody());
        assertThat(opened).isEmpty();
        phone.isAnswered(call);
        assertThat(opened).containsExactly(URI.create("https://crm.example/%2B8613800138000"));
        pop.pops(new PopState.Known(call, new Party(NUMBER, ""), somebody()));
        assertThat(opened).hasSize(1);
    }

    @Test
    void only_the_last_calls_are_remembered() {
        build();
        for (int i = 0; i < 20; i++) phone.ends(rings("c" + i, somebody()), ClearCause.REMOTE_HANGUP);
        assertThat(asking.of(new CallId("c0"))).isEmpty();
        assertThat(asking.of(new CallId("c19"))).isNotEmpty();
    }

    private final class Source implements OutsideSource {
        @Override
        public String name() {
            return "crm";
        }

        @Override
        public String idsOf() {
            return "core";
        }

        @Override
        public boolean understands(Question question) {
            return question.number().isPresent();
        }

        @Override
        public Duration deadline() {
            return Duration.ofSeconds(2);
        }

        @Override
        public boolean needsConsent() {
            return needsConsent;
        }

        @Override
        public OutsideAnswer ask(Question question) {
            asked.add(question);
            return answer;
        }
    }

    private static final class Straight implements Transactions {
        @Override
        public <T> T call(Supplier<T> work) {
            return work.get();
        }
    }

    private final class Agreeing implements Consents {
        @Override
        public boolean holds(UUID customer, ConsentPurpose purpose) {
            return agrees;
        }

        @Override
        public List<Consent> of(UUID customer) {
            return List.of();
        }

        @Override
        public void give(Consent consent) {}

        @Override
        public int withdraw(UUID customer, ConsentPurpose purpose, Consent.Withdrawal withdrawal) {
            return 0;
        }
    }

    private final class TagMemory implements Tags {
        @Override
        public List<Tag> of(UUID customer) {
            return List.copyOf(tags.values());
        }

        @Override
        public Optional<Tag> byId(UUID id) {
            return Optional.ofNullable(tags.get(id));
        }

        @Override
        public void put(Tag tag) {
            tags.put(tag.id(), tag);
        }

        @Override
        public boolean dispute(UUID tag, Tag.Dispute dispute) {
            return false;
        }

        @Override
        public boolean uphold(UUID tag) {
            return false;
        }

        @Override
        public boolean remove(UUID tag) {
            return tags.remove(tag) != null;
        }
    }

    private static final class BookMemory implements OutsideBook {
        private final Map<UUID, Map<String, Kept>> all = new HashMap<>();

        @Override
        public Map<String, Kept> of(UUID customer) {
            return all.getOrDefault(customer, Map.of());
        }

        @Override
        public boolean keep(UUID customer, String source, Instant at, List<OutsideFact> facts) {
            all.computeIfAbsent(customer, c -> new HashMap<>()).put(source, new Kept(at, facts));
            return true;
        }

        @Override
        public Optional<String> idOf(UUID customer, String system) {
            return Optional.empty();
        }
    }
}
