package amends.quality.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.contact.CallLine;
import amends.contact.Contact;
import amends.contact.jdbc.JdbcContacts;
import amends.kernel.Ids;
import amends.kernel.SettableTime;
import amends.kernel.jdbc.Database;
import amends.kernel.jdbc.OnEachEngine;
import amends.kernel.jdbc.TestEngine;
import amends.quality.Evaluation;
import amends.quality.InspectionList.Agent;
import amends.quality.InspectionList.Evaluated;
import amends.quality.InspectionList.Filter;
import amends.quality.InspectionList.Given;
import amends.quality.InspectionList.Page;
import amends.quality.InspectionList.Place;
import amends.quality.InspectionList.Row;
import amends.quality.Inspector;
import amends.quality.NumberMask;
import amends.quality.ScorecardReader;
import amends.recording.Recording;
import amends.recording.jdbc.JdbcRecordings;
import amends.staff.AuditEntry;
import amends.staff.NotPermitted;
import amends.staff.Permission;
import amends.staff.Role;
import amends.staff.StaffMember;
import amends.staff.jdbc.JdbcAuditTrail;
import amends.staff.jdbc.JdbcStaff;
import amends.telephony.Direction;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;

@OnEachEngine
class JdbcInspectionListTest {
    private static final CallLine LINE = new CallLine(287, 164, 74, Optional.of(31), Optional.empty());
    private static final Instant AT = Instant.parse("2026-01-05T01:00:00.123456Z");
    private static final StaffMember LI = new StaffMember(new UUID(1, 1001), "1001", "李敏", "1001", Set.of(Role.AGENT));
    private static final StaffMember WANG =
            new StaffMember(new UUID(1, 1002), "1002", "王芳", "1002", Set.of(Role.AGENT));
    private static final StaffMember ZHOU =
            new StaffMember(new UUID(1, 1004), "1004", "周婷", "1004", Set.of(Role.INSPECTOR));

    @Parameter
    TestEngine engine;

    @TempDir
    Path folder;

    private final SettableTime time = new SettableTime();
    private Database database;
    private JdbcInspectionList list;
    private JdbcEvaluations evaluations;
    private JdbcAuditTrail audit;

    @BeforeEach
    void open() {
        database = engine.open(folder);
        list = new JdbcInspectionList(database, new NumberMask("CN"));
        evaluations = new JdbcEvaluations(database);
        audit = new JdbcAuditTrail(database);
        var staff = new JdbcStaff(database);
        List.of(LI, WANG, ZHOU).forEach(staff::save);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Inspector inspector(StaffMember who) {
        return new Inspector(
                who, new Inspector.Books(list, evaluations, null, audit, database, ScorecardReader.standard()), time);
    }

    private UUID recorded(StaffMember agent, int minutesAgo, String number, Integer score) {
        UUID recording = Ids.next();
        Instant began = AT.minus(Duration.ofMinutes(minutesAgo));
        new JdbcRecordings(database)
                .save(new Recording(
                        recording,
                        "call-" + minutesAgo,
                        agent.id(),
                        recording + ".oga",
                        began,
                        Optional.of(began.plusSeconds(90)),
                        Duration.ofSeconds(90),
                        true,
                        Recording.State.SEALED));
        if (number == null) return recording;
        var contacts = new JdbcContacts(database, time, "desk");
        UUID contact = Ids.next();
        contacts.save(new Contact(
                contact,
                "call-" + minutesAgo,
                Direction.INBOUND,
                agent.id(),
                number,
                Optional.empty(),
                "support",
                Duration.ZERO,
                began,
                Optional.of(began),
                Optional.empty(),
                Optional.empty(),
                Optional.of(recording),
                Optional.empty(),
                Contact.State.OPEN,
                Optional.empty(),
                Optional.of(LINE)));
        if (score != null) contacts.score(contact, score);
        return recording;
    }

    private void evaluated(UUID recording, Instant at, int percent, Evaluation.State state) {
        evaluations.save(new Evaluation(
                Ids.next(),
                recording,
                Optional.empty(),
                ZHOU.id(),
                at,
                "standard-1",
                Map.of(),
                List.of(),
                "",
                percent,
                percent == 0,
                Optional.empty(),
                state));
    }

    private List<UUID> found(Filter filter) {
        return list.page(filter, Optional.empty(), 50).rows().stream()
                .map(Row::recording)
                .toList();
    }

    @Test
    void a_row_tells_all_but_who_the_customer_is() {
        UUID recording = recorded(LI, 5, "+8613800138000", 2);
        evaluated(recording, AT, 70, Evaluation.State.KEPT);
        evaluated(recording, AT.plusSeconds(60), 0, Evaluation.State.KEPT);
        evaluated(recording, AT.plusSeconds(90), 99, Evaluation.State.DRAFT);
        Row row = list.row(recording).orElseThrow();
        assertThat(list.page(Filter.NONE, Optional.empty(), 5).rows()).containsExactly(row);
        assertThat(row.agent()).isEqualTo(new Agent(LI.id(), "李敏"));
        assertThat(row.number()).isEqualTo("138****8000");
        assertThat(row.length()).isEqualTo(Duration.ofSeconds(90));
        assertThat(row.score()).contains(2);
        assertThat(row.line()).contains(LINE);
        assertThat(row.evaluation()).contains(new Given(0, true));
    }

    @Test
    void a_recording_without_contact_or_known_agent_is_listed_all_the_same() {
        var gone = new StaffMember(new UUID(1, 9), "9", "gone", "9", Set.of());
        UUID recording = recorded(gone, 5, null, null);
        Row row = list.row(recording).orElseThrow();
        assertThat(row.agent().name()).isEmpty();
        assertThat(row.number()).isEmpty();
        assertThat(row.contact()).isEmpty();
        assertThat(row.line()).isEmpty();
        assertThat(list.numberOf(recording)).isEmpty();
    }

    @Test
    void pages_follow_one_another_newest_first_and_miss_nothing() {
        var all = new ArrayList<UUID>();
        for (int i = 0; i < 7; i++) all.add(recorded(LI, i / 2, "+8613800138000", null));
        var seen = new ArrayList<UUID>();
        Optional<Place> after = Optional.empty();
        do {
            Page page = list.page(Filter.NONE, after, 3);
            page.rows().forEach(row -> seen.add(row.recording()));
            after = page.next();
        } while (after.isPresent());
        assertThat(seen).hasSize(7).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void filters_join() {
        UUID mine = recorded(LI, 5, "+8613800138000", 1);
        UUID old = recorded(LI, 60 * 24 * 3, "+8613800138000", 5);
        UUID others = recorded(WANG, 6, "+442079460958", null);
        evaluated(mine, AT, 70, Evaluation.State.KEPT);
        evaluated(others, AT, 70, Evaluation.State.DRAFT);
        Optional<Instant> today = Optional.of(AT.minus(Duration.ofHours(12)));
        assertThat(found(Filter.NONE)).containsExactly(mine, others, old);
        assertThat(found(new Filter(Optional.of(LI.id()), Optional.empty(), Evaluated.EITHER, false)))
                .containsExactly(mine, old);
        assertThat(found(new Filter(Optional.empty(), today, Evaluated.NOT_YET, false)))
                .containsExactly(others);
        assertThat(found(new Filter(Optional.empty(), Optional.empty(), Evaluated.YES, true)))
                .containsExactly(mine);
        assertThat(found(new Filter(Optional.of(WANG.id()), today, Evaluated.YES, true)))
                .isEmpty();
    }

    @Test
    void agents_are_those_who_recorded() {
        recorded(LI, 5, null, null);
        assertThat(list.agents()).containsExactly(new Agent(LI.id(), "李敏"));
    }

    @Test
    void a_number_is_shown_for_a_reason_that_is_logged_with_it() {
        UUID recording = recorded(LI, 5, "+8613800138000", null);
        assertThat(inspector(ZHOU).reveal(recording, "回访核实"))
                .isEqualTo(new Inspector.Revealing.Revealed("+8613800138000"));
        AuditEntry entry = audit.about(recording, 5).getFirst();
        assertThat(entry.who()).isEqualTo(ZHOU.id());
        assertThat(entry.act()).isEqualTo(Permission.REVEAL_NUMBER);
        assertThat(entry.why()).isEqualTo("回访核实");
    }

    @Test
    void without_a_reason_or_a_number_nothing_is_shown_or_logged() {
        UUID recording = recorded(LI, 5, "+8613800138000", null);
        UUID nobodys = recorded(LI, 6, null, null);
        assertThat(inspector(ZHOU).reveal(recording, " \u202e x")).isEqualTo(new Inspector.Revealing.NoReason());
        assertThat(inspector(ZHOU).reveal(nobodys, "why")).isEqualTo(new Inspector.Revealing.NoNumber());
        assertThat(audit.latest(5)).isEmpty();
    }

    @Test
    void a_number_whose_logging_fails_is_not_shown_and_what_fails_later_logs_nothing() {
        UUID recording = recorded(LI, 5, "+8613800138000", null);
        assertThatThrownBy(() -> database.run(() -> {
                    inspector(ZHOU).reveal(recording, "why");
                    throw new IllegalStateException("the answer was lost");
                }))
                .hasMessage("the answer was lost");
        assertThat(audit.latest(5)).isEmpty();
    }

    @Test
    void an_agent_gets_neither_list_nor_number_nor_sheet() {
        UUID recording = recorded(WANG, 5, "+8613800138000", null);
        Row row = list.row(recording).orElseThrow();
        var agent = inspector(LI);
        assertThatThrownBy(() -> agent.page(Filter.NONE, Optional.empty(), 5)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> agent.row(recording)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(agent::agents).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> agent.reveal(recording, "why")).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> agent.sheet(row)).isInstanceOf(NotPermitted.class);
        assertThatThrownBy(() -> agent.listen(recording)).isInstanceOf(NotPermitted.class);
    }
}
