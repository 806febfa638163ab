package amends.desktop.shell;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contact.Contact;
import amends.desktop.FakeDesk;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MyDayModelTest {
    private final FakeDesk desk = new FakeDesk().onAnOrdinaryMorning();
    private final MyDayModel model = DeskModels.of(desk.ports(), Runnable::run).day();

    private void scored(Contact c, int score) {
        desk.archive.contacts.save(new Contact(
                c.id(),
                c.call(),
                c.direction(),
                c.agent(),
                c.number(),
                c.customer(),
                c.queue(),
                c.waited(),
                c.began(),
                c.answered(),
                c.ended(),
                c.cause(),
                c.recording(),
                c.wrapUp(),
                c.state(),
                Optional.of(score),
                Optional.empty()));
    }

    @Test
    void a_score_that_arrives_is_seen_without_asking() {
        model.load();
        Contact second = model.latest().get(1);
        assertThat(second.score()).isEmpty();
        scored(second, 4);
        desk.time.pass(Duration.ofSeconds(16));
        model.tick();

        assertThat(model.latest().get(1).score()).contains(4);
    }

    @Test
    void nothing_is_painted_anew_while_nothing_arrives() {
        model.load();
        var changes = new AtomicInteger();
        model.listen(changes::incrementAndGet);
        desk.time.pass(Duration.ofSeconds(16));
        model.tick();

        assertThat(changes).hasValue(0);
    }

    @Test
    void ones_own_calls_are_found_by_number_and_by_note() {
        model.load();
        Contact first = model.latest().getFirst();
        model.search(first.number().substring(3, 9));
        assertThat(model.shown())
                .isNotEmpty()
                .allMatch(c -> c.number().contains(first.number().substring(3, 9)));
        model.search("nobody wrote this");
        assertThat(model.shown()).isEmpty();
        model.search(" ");
        assertThat(model.shown()).isEqualTo(model.latest());
    }
}
