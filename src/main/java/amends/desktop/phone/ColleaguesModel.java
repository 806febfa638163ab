package amends.desktop.phone;

import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.staff.StaffMember;
import amends.telephony.Colleagues;
import amends.telephony.LineUse;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Who of the house could take a call, and whether their telephone is free. Asked for when it is first wanted. */
public final class ColleaguesModel extends PresentationModel {
    /** @param use what their telephone does */
    public record Colleague(String name, String extension, LineUse use) {}

    private final Colleagues lines;
    private final Supplier<List<StaffMember>> people;
    private final StaffMember self;
    private final PostingWork work;
    private List<StaffMember> known = List.of();
    private Map<String, LineUse> uses = Map.of();
    private boolean asked;

    /** @param people blocks */
    public ColleaguesModel(Colleagues lines, Supplier<List<StaffMember>> people, StaffMember self, PostingWork work) {
        this.lines = lines;
        this.people = people;
        this.self = self;
        this.work = work;
        lines.onUse(now -> {
            uses = now;
            changed();
        });
    }

    /** Finds out who there is, once. */
    void load() {
        if (asked) return;
        asked = true;
        work.ask(people::get, this::loaded, failure -> asked = false);
    }

    private void loaded(List<StaffMember> all) {
        known = all.stream()
                .filter(m -> !m.extension().isBlank() && !m.id().equals(self.id()))
                .toList();
        lines.watch(known.stream().map(StaffMember::extension).toList());
        changed();
    }

    /** Those whose name or extension holds what was typed, the free ones first. */
    public List<Colleague> matching(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(m -> m.name().toLowerCase(Locale.ROOT).contains(wanted)
                        || m.extension().contains(wanted))
                .map(m -> new Colleague(m.name(), m.extension(), uses.getOrDefault(m.extension(), LineUse.UNKNOWN)))
                .sorted(Comparator.comparing((Colleague c) -> c.use() != LineUse.FREE)
                        .thenComparing(Colleague::extension))
                .toList();
    }

    /** What is dialled for what was typed: a number as it is, a name as its owner's extension. */
    public String dialled(String typed) {
        if (typed.isBlank() || typed.strip().matches("[+*#0-9 ()./-]+")) return typed;
        return matching(typed).stream().findFirst().map(Colleague::extension).orElse(typed);
    }
}
