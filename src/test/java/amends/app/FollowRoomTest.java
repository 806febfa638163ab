package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import amends.contact.Contact;
import amends.desktop.FollowPorts;
import amends.desktop.FollowPorts.Sent;
import amends.kernel.Ids;
import amends.kernel.Secret;
import amends.kernel.SettableTime;
import amends.knowledge.Article;
import amends.knowledge.ArticleId;
import amends.knowledge.ArticleLanguage;
import amends.knowledge.ArticleText;
import amends.knowledge.Audience;
import amends.knowledge.FlowReader;
import amends.knowledge.FlowWalk;
import amends.knowledge.Validity;
import amends.staff.Role;
import amends.staff.StaffMember;
import amends.telephony.Direction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one desk left and another goes on with, on a database of its own. */
class FollowRoomTest {
    private static final String NUMBER = "+8613800138000";
    private static final StaffMember LI = new StaffMember(Ids.next(), "li", "李敏", "1001", Set.of(Role.AGENT));
    private static final StaffMember ZHOU = new StaffMember(Ids.next(), "zhou", "周婷", "1002", Set.of(Role.AGENT));
    private final SettableTime time = new SettableTime();

    @TempDir
    Path folder;

    private Contact contact(StaffMember agent) {
        return new Contact(
                Ids.next(),
                "call-" + agent.login() + time.now(),
                Direction.INBOUND,
                agent.id(),
                NUMBER,
                Optional.empty(),
                "support",
                Duration.ZERO,
                time.now(),
                Optional.of(time.now()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Contact.State.OPEN);
    }

    private FollowPorts desk(StaffMember member, StoreRoom store, Home home) throws Exception {
        return new FollowRoom(member, store, DeskSettings.read(Optional.empty(), home), Optional.empty(), time).ports();
    }

    @Test
    void a_flow_goes_on_at_the_desk_to_which_the_customer_was_passed() throws Exception {
        var home = Home.at(folder);
        var where = new DeskSettings.Database(home.databaseUrl(), "amends", Secret.of(""));
        try (var store = StoreRoom.open(where, home, "test", time)) {
            assertThat(store.database().awaitAvailable(Duration.ofSeconds(60))).isTrue();
            var flow = store.knowledge().flows().publish(FlowReader.read("f", """
                    {id: flow-a, language: zh-CN, title: 查账, kind: solving, category: cards, steps: [
                      {id: one, say: 您好, answers: [{text: 是, to: two}]},
                      {id: two, say: 请说, answers: [{text: 好, to: end}]},
                      {id: end, say: 再见, ends: solved}]}
                    """));
            Contact first = contact(LI);
            store.contacts().save(first);
            FollowPorts desk = desk(LI, store, home);
            var walk = FlowWalk.begin(Ids.next(), flow);
            var at = (FlowWalk.Next.Moved) walk.next(new FlowWalk.Event.Answered(0, LI.id(), time.now()));
            assertThat(desk.keeping().keep(first.id(), at.walk(), Optional.empty()))
                    .isTrue();
            store.queue().flush(Duration.ofSeconds(30));

            time.pass(Duration.ofMinutes(3));
            Contact second = contact(ZHOU);
            store.contacts().save(second);
            var other = desk(ZHOU, store, home);
            var earlier = other.earlier().apply(second).orElseThrow();
            assertThat(earlier.walk().current().id()).isEqualTo("two");
            var on = earlier.walk().goingOn(Ids.next());
            other.keeping().keep(second.id(), on, Optional.of(earlier.walk().id()));
            store.queue().flush(Duration.ofSeconds(30));
            assertThat(store.knowledge().paths().of(second.id()).getFirst().taken())
                    .extracting(FlowWalk.Taken::by)
                    .containsExactly(LI.id());
            assertThat(desk(LI, store, home)
                            .earlier()
                            .apply(contact(LI))
                            .map(e -> e.walk().id()))
                    .contains(on.id());

            time.pass(Duration.ofHours(3));
            assertThat(other.earlier().apply(contact(ZHOU))).isEmpty();
            assertThat(sends(other, second.id())).isEqualTo(Sent.NO_MESSAGES);
        }
    }

    private static Sent sends(FollowPorts desk, UUID contact) {
        var text = new ArticleText(
                new ArticleId("a", ArticleLanguage.ZH_CN),
                "t",
                List.of(),
                "cards",
                List.of(),
                Audience.CUSTOMER,
                Validity.ALWAYS,
                "b",
                Optional.of("【云杉银行】好"));
        return desk.texting().send(contact, NUMBER, new Article(text, 1, 1, false), "【云杉银行】好");
    }
}
