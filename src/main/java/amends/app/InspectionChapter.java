package amends.app;

import amends.quality.Criterion;
import amends.quality.Evaluation;
import amends.quality.InspectionList;
import amends.quality.Inspector;
import amends.quality.Mark;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The inspector's seat: recordings with masked numbers, one heard and scored, a number revealed for a reason. */
final class InspectionChapter {
    private final DemoHouse house;
    private final StaffMember agent;
    private final Story story;
    private Inspector inspector;
    private StaffMember member;
    private InspectionList.Row row;

    /** @param agent who is not to see what the inspector sees */
    InspectionChapter(DemoHouse house, StaffMember agent, Story story) {
        this.house = house;
        this.agent = agent;
        this.story = story;
    }

    void play() throws Story.Failed {
        story.step("inspector", this::signsIn);
        story.step("inspector-listens", this::listens);
        story.step("evaluation", this::evaluates);
        story.step("number-revealed", this::reveals);
    }

    private String signsIn() {
        var room = new QualityRoom(house.store(), house.vault());
        String region = house.settings().homeRegion();
        if (room.inspector(agent, region).isPresent()) throw new IllegalStateException("an agent may inspect");
        member = house.signIn(DemoHouse.INSPECTOR);
        inspector = room.inspector(member, region).orElseThrow();
        List<InspectionList.Row> rows =
                inspector.page(InspectionList.Filter.NONE, Optional.empty(), 50).rows();
        row = rows.stream()
                .filter(r -> r.score().isPresent())
                .reduce((newer, older) -> older)
                .orElseThrow();
        return member.name() + " sees " + Counted.of(rows.size(), "recording") + "; the oldest with a score: "
                + row.agent().name() + " with " + row.number() + ", "
                + row.score().orElseThrow() + " of 5. An agent sees none of it";
    }

    private String listens() throws Exception {
        var sound = inspector.listen(row.recording());
        long seconds = sound.customer().length / sound.rate();
        boolean logged = house.store().audit().about(row.recording(), 10).stream()
                .anyMatch(e -> e.who().equals(member.id()) && e.act() == Permission.LISTEN_TO_ANY_RECORDING);
        if (!logged) throw new IllegalStateException("nobody wrote down who listened");
        return "two channels of " + seconds + " s; written down who listened";
    }

    private String evaluates() {
        var sheet = inspector.scorecard();
        Map<String, Mark> marks =
                sheet.criteria().stream().collect(Collectors.toMap(Criterion::key, c -> Mark.of(c.steps())));
        Evaluation draft = inspector.sheet(row).draft().filled(sheet, marks, List.of(), "先道歉，再给方案，有时间承诺。");
        inspector.draft(draft);
        Evaluation kept = inspector.keep(draft).orElseThrow();
        return sheet.criteria().size() + " criteria, " + kept.percent() + " %; kept, and not to be changed";
    }

    private String reveals() {
        if (!(inspector.reveal(row.recording(), " ") instanceof Inspector.Revealing.NoReason))
            throw new IllegalStateException("revealed without a reason");
        var revealed = (Inspector.Revealing.Revealed) inspector.reveal(row.recording(), "客户来信要求核对本次通话");
        boolean logged = house.store().audit().about(row.recording(), 10).stream()
                .anyMatch(e -> e.who().equals(member.id()) && e.act() == Permission.REVEAL_NUMBER);
        if (!logged) throw new IllegalStateException("nobody wrote down who looked");
        return row.number() + " is " + revealed.number() + ", for a reason that is in the audit trail";
    }
}
