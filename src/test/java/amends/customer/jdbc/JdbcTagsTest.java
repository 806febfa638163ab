package amends.customer.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import amends.customer.CustomerProfile;
import amends.customer.CustomerProfile.Tier;
import amends.customer.Tag;
import amends.customer.Tag.Dispute;
import amends.customer.Tag.Source;
import amends.kernel.Ids;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OnEachEngine;
import amends.kernel.jdbc.TestEngine;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

@OnEachEngine
class JdbcTagsTest {
    @Parameter
    TestEngine engine;

    @TempDir
    private static Path folder;

    private static Database database;

    private UUID customer;
    private JdbcTags tags;

    @BeforeParameterizedClassInvocation
    static void open(TestEngine engine) {
        database = engine.open(folder);
    }

    @AfterParameterizedClassInvocation
    static void close() {
        database.close();
    }

    @BeforeEach
    void customer() {
        customer = new JdbcCustomers(database)
                .save(new CustomerProfile(Ids.next(), "王建国", List.of(), Tier.GOLD, "", Optional.empty(), "", 0))
                .id();
        tags = new JdbcTags(database);
    }

    private Tag tag(UUID id, String name, Instant at) {
        return new Tag(
                id,
                customer,
                name,
                Source.RULE,
                "frequent-caller",
                "4 × 2026-01-03",
                at,
                90,
                Optional.of(at.plusSeconds(60)),
                true,
                Optional.empty());
    }

    private static final Instant MONDAY = Instant.parse("2026-01-05T01:00:00Z");

    @Test
    void a_tag_is_kept_with_everything_it_rests_on() {
        Tag older = tag(Ids.next(), "经常出差", MONDAY);
        Tag newer = tag(Ids.next(), "多次来电", MONDAY.plusSeconds(1));
        tags.put(older);
        tags.put(newer);

        assertThat(tags.of(customer)).containsExactly(newer, older);
        assertThat(tags.byId(older.id())).contains(older);
        assertThat(tags.of(Ids.next())).isEmpty();
    }

    @Test
    void what_a_rule_says_anew_is_one_tag_and_stays_disputed() {
        UUID id = Ids.next();
        tags.put(tag(id, "多次来电", MONDAY));
        var dispute = new Dispute(MONDAY, Ids.next(), "是他太太打的");
        assertThat(tags.dispute(id, dispute)).isTrue();
        tags.put(tag(id, "多次来电", MONDAY.plusSeconds(90)));

        assertThat(tags.of(customer)).singleElement().satisfies(tag -> {
            assertThat(tag.at()).isEqualTo(MONDAY.plusSeconds(90));
            assertThat(tag.dispute()).contains(dispute);
        });
    }

    @Test
    void the_first_dispute_counts_until_it_is_over() {
        UUID id = Ids.next();
        tags.put(tag(id, "多次来电", MONDAY));
        assertThat(tags.uphold(id)).isFalse();
        assertThat(tags.dispute(id, new Dispute(MONDAY, Ids.next(), "a"))).isTrue();
        assertThat(tags.dispute(id, new Dispute(MONDAY, Ids.next(), "b"))).isFalse();

        assertThat(tags.uphold(id)).isTrue();
        assertThat(tags.byId(id).orElseThrow().dispute()).isEmpty();
    }

    @Test
    void a_removed_tag_is_gone() {
        UUID id = Ids.next();
        tags.put(tag(id, "多次来电", MONDAY));

        assertThat(tags.remove(id)).isTrue();
        assertThat(tags.remove(id)).isFalse();
        assertThat(tags.of(customer)).isEmpty();
    }

    @Test
    void a_tag_is_not_given_to_another_under_the_same_id() {
        UUID id = Ids.next();
        tags.put(tag(id, "多次来电", MONDAY));
        UUID wang = customer;
        customer = Ids.next();

        catchThrowable(() -> tags.put(tag(id, "错误", MONDAY)));
        assertThat(tags.of(wang)).extracting(Tag::name).containsExactly("多次来电");
    }
}
