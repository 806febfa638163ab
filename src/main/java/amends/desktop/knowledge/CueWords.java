package amends.desktop.knowledge;

import amends.contact.Disposition;
import amends.customer.CustomerProfile;
import amends.desktop.look.Look;
import amends.knowledge.Cue;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Says in words why an answer suggests itself. */
record CueWords(Look look) {
    /** One line; empty when nobody suggested it. */
    String because(List<Cue> cues) {
        if (cues.isEmpty()) return "";
        String reasons = cues.stream().map(this::word).distinct().collect(Collectors.joining(look.get("cue.and")));
        return look.get("cue.because", reasons);
    }

    private String word(Cue cue) {
        return switch (cue) {
            case Cue.Typed ignored -> look.get("cue.typed");
            case Cue.Owed ignored -> look.get("cue.owed");
            case Cue.LastContact(var outcome, var note) ->
                look.get("cue.last", constant(Disposition.values(), outcome));
            case Cue.Menu(var path, var words) -> look.get("cue.menu", path);
            case Cue.Queue(var name, var means) -> look.get("cue.queue", name);
            case Cue.Complained(int number, var text) -> look.get("cue.complaint", String.valueOf(number));
            case Cue.FlowStep(var flow, var text) -> look.get("cue.flow", flow);
            case Cue.Tagged(var tag) -> look.get("cue.tag", tag);
            case Cue.Note ignored -> look.get("cue.note");
            case Cue.Tier(var tier, var means) -> constant(CustomerProfile.Tier.values(), tier);
        };
    }

    private String constant(Enum<?>[] all, String name) {
        return Arrays.stream(all)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .map(look.texts()::word)
                .orElse(name);
    }
}
