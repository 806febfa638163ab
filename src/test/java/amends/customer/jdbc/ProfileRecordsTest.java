package amends.customer.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import amends.customer.Consent;
import amends.customer.ConsentPurpose;
import amends.customer.CustomerProfile;
import amends.customer.CustomerProfile.Tier;
import amends.customer.Need;
import amends.customer.PersonalRecords;
import amends.customer.Portrait;
import amends.customer.Tag;
import amends.kernel.Ids;
import amends.kernel.Timekeeper;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OnEachEngine;
import amends.kernel.jdbc.TestEngine;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

@OnEachEngine
class ProfileRecordsTest {
    private static final Instant AT = Instant.parse("2026-01-05T01:00:00Z");

    @Parameter
    TestEngine engine;

    @TempDir
    private static Path folder;

    private static Database database;
    private UUID wang;
    private UUID other;

    @BeforeParameterizedClassInvocation
    static void open(TestEngine engine) {
        database = engine.open(folder);
    }

    @AfterParameterizedClassInvocation
    static void close() {
        database.close();
    }

    @BeforeEach
    void people() {
        wang = person();
        other = person();
        new JdbcTags(database)
                .put(new Tag(
                        Ids.next(),
                        wang,
                        "常出差",
                        Tag.Source.PERSON,
                        "1001",
                        "“又在外地”",
                        AT,
                        80,
                        Optional.empty(),
                        false,
                        Optional.empty()));
        new JdbcNeeds(database)
                .add(new Need(Ids.next(), wang, Optional.empty(), Need.Kind.IMPLICIT, "还款太麻烦", Ids.next(), AT));
        new JdbcConsents(database, Timekeeper.system())
                .give(new Consent(
                        Ids.next(),
                        wang,
                        ConsentPurpose.SURVEY,
                        Consent.Way.SIGNED,
                        "表 7",
                        Optional.empty(),
                        Ids.next(),
                        AT,
                        Optional.empty(),
                        Optional.empty()));
        new JdbcPortraits(database).save(portrait(wang, "钓鱼"));
    }

    private static UUID person() {
        return new JdbcCustomers(database)
                .save(new CustomerProfile(Ids.next(), "王", List.of(), Tier.GOLD, "", Optional.empty(), "", 0))
                .id();
    }

    private static Portrait portrait(UUID customer, String interest) {
        return new Portrait(
                customer,
                Map.of(),
                "",
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(interest),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    private static List<PersonalRecords> rooms() {
        return List.of(
                ProfileRecords.ofTags(database),
                ProfileRecords.ofNeeds(database),
                ProfileRecords.ofConsents(database),
                new PortraitRecords(database));
    }

    @Test
    void a_person_is_shown_everything_those_tags_too_that_are_not_shown_by_themselves() {
        assertThat(rooms()).allSatisfy(room -> assertThat(room.shown(wang)).hasSize(1));
        assertThat(rooms().toString() + rooms().getFirst().shown(wang)).contains("常出差");
        assertThat(rooms()).allSatisfy(room -> assertThat(room.shown(other)).isEmpty());
    }

    @Test
    void nothing_is_left_of_whom_is_forgotten() {
        rooms().forEach(room -> room.forget(wang));
        assertThat(rooms()).allSatisfy(room -> assertThat(room.shown(wang)).isEmpty());
        assertThat(rooms()).allSatisfy(room -> assertThat(room.forget(wang)).isZero());
    }

    @Test
    void what_was_moved_comes_back() {
        for (PersonalRecords room : rooms()) {
            List<UUID> moved = room.move(wang, other);
            assertThat(room.shown(other)).as(room.room()).hasSize(1);
            room.moveBack(moved, other, wang);
            assertThat(room.shown(wang)).as(room.room()).hasSize(1);
            assertThat(room.shown(other)).as(room.room()).isEmpty();
        }
    }

    @Test
    void two_portraits_are_not_mixed() {
        new JdbcPortraits(database).save(portrait(other, "足球"));
        var room = new PortraitRecords(database);

        assertThat(room.move(wang, other)).isEmpty();
        assertThat(new JdbcPortraits(database).of(other).interests()).containsExactly("足球");
        assertThat(new JdbcPortraits(database).of(wang).interests()).containsExactly("钓鱼");
    }
}
