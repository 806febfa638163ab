package amends.desktop.complaint;

import amends.desktop.look.Look;
import amends.desktop.recovery.DueWords;
import amends.kernel.Timekeeper;
import amends.recovery.CallbackOutcome;
import amends.recovery.Complaint;
import amends.recovery.ComplaintClock;
import amends.recovery.ComplaintClocks.Running;
import amends.recovery.ComplaintEvent;
import amends.recovery.ComplaintScheme;
import amends.recovery.Complaints.Weakness;
import amends.recovery.Dispatch;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How complaints are said in the reader's language. */
final class ComplaintWords {
    private static final int MOST_WEAK = 3;
    private final Look look;
    private final ComplaintScheme scheme;
    private final Timekeeper time;
    private final String language;

    ComplaintWords(Look look, ComplaintScheme scheme, Timekeeper time) {
        this.look = look;
        this.scheme = scheme;
        this.time = time;
        language = look.texts().language().locale().toLanguageTag();
    }

    String cause(String key) {
        return key.isEmpty() ? "" : scheme.path(key, language);
    }

    String business(String key) {
        return key.isEmpty() ? look.get("complaints.none") : scheme.business(key, language);
    }

    String unit(String key) {
        return key.isEmpty() ? look.get("complaints.none") : scheme.unit(key, language);
    }

    /** As in "Answer tomorrow 18:00", or how late it is. */
    String due(Running running) {
        String when = running.isOverdue(time.now())
                ? DueWords.late(look, running.by(), time.now())
                : DueWords.of(look, running.by(), time.now());
        return look.get("complaints.clock", look.texts().word(running.clock()), when);
    }

    /** Whose it is: the name, else the number, else that nobody knows. */
    String who(Complaint complaint) {
        if (!complaint.customerName().isBlank()) return complaint.customerName();
        return complaint.callBack().map(n -> n.shownIn("CN")).orElse(look.get("complaints.unknown"));
    }

    String history(ComplaintEvent event, Function<UUID, String> name) {
        String who = event.who().map(name).filter(n -> !n.isEmpty()).orElse(look.get("complaints.house"));
        return look.get(
                "complaints.event",
                look.texts().moment(event.at(), time.now()),
                who,
                look.texts().word(event.act()));
    }

    /** What belongs to an event, where it is more than a key of ours. */
    String words(ComplaintEvent event) {
        return switch (event.act()) {
            case RECEIVED, CALLED_BACK, OVERDUE -> coded(event);
            case ASSESSED -> cause(event.words().split(",", 2)[0]);
            case DISPATCHED, DISPATCH_ANSWERED, DISPATCH_SENT_BACK, DISPATCH_ACCEPTED, DISPATCH_WITHDRAWN -> {
                String[] parts = event.words().split("\n", 2);
                yield parts.length == 1 ? unit(parts[0]) : unit(parts[0]) + ": " + parts[1];
            }
            default -> event.words();
        };
    }

    private String coded(ComplaintEvent event) {
        String[] parts = event.words().split("\n", 2);
        try {
            return switch (event.act()) {
                case RECEIVED -> look.texts().word(Complaint.Source.valueOf(parts[0]));
                case CALLED_BACK -> look.texts().word(CallbackOutcome.valueOf(parts[0]));
                default -> parts.length > 1 ? unit(parts[1]) : look.texts().word(ComplaintClock.valueOf(parts[0]));
            };
        } catch (IllegalArgumentException e) {
            return event.words();
        }
    }

    /** Where the most complaints were; empty when there were none. */
    String weakUnits(List<Weakness> weaknesses) {
        String units = most(weaknesses, Weakness::unit, this::unit);
        return units.isEmpty() ? "" : look.get("complaints.weakUnits", units);
    }

    /** About what the most complaints were; empty when there were none. */
    String weakCauses(List<Weakness> weaknesses) {
        String causes = most(weaknesses, Weakness::cause, this::causeAlone);
        return causes.isEmpty() ? "" : look.get("complaints.weakCauses", causes);
    }

    private String causeAlone(String key) {
        return scheme.cause(key).map(c -> c.name().in(language)).orElse(key);
    }

    private static String most(
            List<Weakness> weaknesses, Function<Weakness, String> key, Function<String, String> word) {
        Map<String, Integer> counts = weaknesses.stream()
                .filter(w -> !key.apply(w).isEmpty())
                .collect(Collectors.groupingBy(key, Collectors.summingInt(Weakness::complaints)));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Comparator.comparing(Map.Entry::getKey)))
                .limit(MOST_WEAK)
                .map(e -> word.apply(e.getKey()) + " " + e.getValue())
                .collect(Collectors.joining(" · "));
    }

    /** What is read to the customer, who says whether it is right. */
    String readBack(Complaint complaint) {
        return look.get(
                "complaints.readBack",
                complaint.number(),
                complaint.subject(),
                complaint.what().isBlank() ? complaint.subject() : complaint.what(),
                look.texts().day(complaint.clocks().respondBy()));
    }

    /** The sheet for a unit, as it goes by mail: no telephone number, which the unit asks us for. */
    String sheet(Complaint complaint, Dispatch dispatch) {
        return look.get(
                "complaints.sheet",
                complaint.number(),
                complaint.subject(),
                complaint.customerName().isBlank() ? "–" : complaint.customerName(),
                look.texts().word(complaint.severity()),
                complaint.what(),
                dispatch.ask(),
                look.texts().day(dispatch.due()));
    }

    String sheetSubject(Complaint complaint) {
        return look.get("complaints.sheetSubject", complaint.number(), complaint.subject());
    }
}
