package amends.desktop.wrapup;

import amends.contact.ContactKeeping;
import amends.contact.WrapUp;
import amends.desktop.PresentationModel;
import amends.kernel.Timekeeper;
import amends.telephony.CallId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The notes, one for each call; they save themselves a moment after the last keystroke. */
public final class NotesModel extends PresentationModel {
    static final Duration PAUSE = Duration.ofMillis(500);

    private final ContactKeeping keeping;
    private final Timekeeper time;
    private final Map<CallId, String> texts = new HashMap<>();
    private final Map<CallId, Instant> savedAt = new HashMap<>();
    private final Set<CallId> unsaved = new HashSet<>();
    private long lastKeyAt;

    public NotesModel(ContactKeeping keeping, Timekeeper time) {
        this.keeping = keeping;
        this.time = time;
    }

    public String text(CallId call) {
        return texts.getOrDefault(call, "");
    }

    /** @param text what is over {@link WrapUp#MOST_NOTE} characters is left out */
    public void typed(CallId call, String text) {
        String kept = text.length() > WrapUp.MOST_NOTE ? text.substring(0, WrapUp.MOST_NOTE) : text;
        if (kept.equals(text(call))) return;
        texts.put(call, kept);
        unsaved.add(call);
        lastKeyAt = time.nanos();
        changed();
    }

    /** Puts words below what stands there. */
    public void add(CallId call, String words) {
        typed(call, text(call).isBlank() ? words : text(call) + "\n" + words);
    }

    /** When the note was last handed on, empty while it is being typed or there is none. */
    public Optional<Instant> savedAt(CallId call) {
        return unsaved.contains(call) ? Optional.empty() : Optional.ofNullable(savedAt.get(call));
    }

    /** Keeps now what is not kept yet. */
    public void save() {
        if (unsaved.isEmpty()) return;
        for (CallId call : unsaved) {
            keeping.note(call, text(call));
            savedAt.put(call, time.now());
        }
        unsaved.clear();
        changed();
    }

    public void forget(CallId call) {
        save();
        texts.remove(call);
        savedAt.remove(call);
    }

    /** Called every half second. */
    public void tick() {
        if (time.nanos() - lastKeyAt >= PAUSE.toNanos()) save();
    }
}
