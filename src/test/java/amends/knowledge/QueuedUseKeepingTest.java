package amends.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import amends.kernel.SettableTime;
import amends.kernel.StoreQueue;
import amends.knowledge.UsedArticles.How;
import amends.staff.Role;
import amends.staff.StaffMember;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class QueuedUseKeepingTest {
    private static final UUID CONTACT = new UUID(3, 3);
    private static final Article FEES = new Article(Written.chinese("fees", "年费", "a"), 4, 9, false);
    private final Memory memory = new Memory();
    private final ConfirmationsInMemory confirmations = new ConfirmationsInMemory();

    private static final class Memory implements UsedArticles {
        @Override
        public java.util.List<Outdated> outdated(java.time.Instant since, int most) {
            return java.util.List.of();
        }

        final List<Use> uses = new CopyOnWriteArrayList<>();

        @Override
        public void mark(Use use) {
            uses.add(use);
        }

        @Override
        public void unmark(UUID contact, ArticleId article) {
            uses.removeIf(u -> u.contact().equals(contact) && u.article().equals(article));
        }

        @Override
        public List<Use> of(UUID contact) {
            return new ArrayList<>(uses);
        }
    }

    private static StaffMember member(Role role) {
        return new StaffMember(new UUID(1, 1), "a", "a", "1", Set.of(role));
    }

    @Test
    void what_was_used_is_written_behind_the_call_with_version_agent_and_time() {
        var time = new SettableTime();
        try (var queue = new StoreQueue("test", 10)) {
            var keeping = new QueuedUseKeeping(memory, confirmations, queue, member(Role.AGENT), time);
            assertThat(keeping.mark(CONTACT, FEES, How.SUGGESTED)).isTrue();
            assertThat(queue.flush(Duration.ofSeconds(30))).isTrue();
        }
        assertThat(memory.uses)
                .containsExactly(
                        new UsedArticles.Use(CONTACT, FEES.id(), 4, new UUID(1, 1), time.now(), How.SUGGESTED));
    }

    @Test
    void what_is_taken_back_is_gone() {
        try (var queue = new StoreQueue("test", 10)) {
            var keeping = new QueuedUseKeeping(memory, confirmations, queue, member(Role.AGENT), new SettableTime());
            keeping.mark(CONTACT, FEES, How.SEARCHED);
            keeping.takeBack(CONTACT, FEES.id());
            assertThat(queue.flush(Duration.ofSeconds(30))).isTrue();
        }
        assertThat(memory.uses).isEmpty();
    }

    @Test
    void who_takes_no_calls_marks_nothing() {
        try (var queue = new StoreQueue("test", 10)) {
            var keeping =
                    new QueuedUseKeeping(memory, confirmations, queue, member(Role.INSPECTOR), new SettableTime());
            assertThat(keeping.mark(CONTACT, FEES, How.SEARCHED)).isFalse();
            assertThat(keeping.takeBack(CONTACT, FEES.id())).isFalse();
            assertThat(queue.waiting()).isZero();
        }
    }

    @Test
    void what_was_asked_is_kept_without_numbers_and_goes_with_its_mark() {
        try (var queue = new StoreQueue("test", 10)) {
            var keeping = new QueuedUseKeeping(memory, confirmations, queue, member(Role.AGENT), new SettableTime());
            keeping.mark(CONTACT, FEES, How.SEARCHED, new UseKeeping.Asked("年费 6222020012345678", 2));
            assertThat(queue.flush(Duration.ofSeconds(30))).isTrue();
            assertThat(confirmations.of(FEES.id()))
                    .singleElement()
                    .satisfies(one -> assertThat(one.words() + one.place()).isEqualTo("年费 ###2"));
            keeping.takeBack(CONTACT, FEES.id());
            assertThat(queue.flush(Duration.ofSeconds(30))).isTrue();
        }
        assertThat(confirmations.of(FEES.id())).isEmpty();
    }
}
