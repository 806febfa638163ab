package amends.desktop.status;

import amends.acd.AcdEvent;
import amends.acd.AgentSession;
import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.kernel.Timekeeper;
import amends.telephony.Line;
import amends.telephony.LineState;
import amends.telephony.LineText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Whether calls, the distributor, the database and the sound are there. What is wrong goes by itself when mended. */
public final class StatusModel extends PresentationModel {
    /** How long what somebody sent stays on the screen. */
    static final Duration SHOWN = Duration.ofMinutes(2);

    /** How long it stays why nobody signs out. */
    static final Duration TOLD = Duration.ofSeconds(10);

    static final Duration CHECKED_EVERY = Duration.ofSeconds(2);

    /** What can be wrong. */
    public enum Trouble {
        LINE_UNREACHABLE,
        LINE_WRONG_PASSWORD,
        LINE_REFUSED,
        ACD_DOWN,
        DATABASE_AWAY,
        NO_SOUND,
        /** Of two devices the one that was chosen is not there. */
        OTHER_SOUND
    }

    /**
     * @param detail what the part itself said, in English; may be empty
     * @param retryAt when it is tried again, where that is known
     */
    public record Complaint(Trouble trouble, String detail, Optional<Instant> retryAt) {}

    private record Checked(boolean databaseAway, String soundTrouble, String soundRemark) {}

    private final PostingWork work;
    private final Timekeeper time;
    private final BooleanSupplier databaseAway;
    private final Supplier<String> soundTrouble;
    private Optional<LineState> line = Optional.empty();
    private int messages;
    private Optional<LineText> text = Optional.empty();
    private long textAt;
    private Optional<Staying> staying = Optional.empty();
    private long stayingAt;
    private Optional<String> acdDown = Optional.empty();
    private Supplier<String> soundRemark = () -> "";
    private Checked checked = new Checked(false, "", "");
    private long checkedAt;
    private boolean checking;

    public StatusModel(
            Line line,
            AgentSession session,
            BooleanSupplier databaseAway,
            Supplier<String> soundTrouble,
            PostingWork work,
            Timekeeper time) {
        this(databaseAway, soundTrouble, work, time);
        this.line = Optional.of(line.state());
        line.onChange(this::lineBecame);
        line.onMessages(now -> {
            messages = now.fresh();
            changed();
        });
        line.onText(said -> {
            text = Optional.of(said);
            textAt = time.nanos();
            changed();
        });
        session.onAcdEvent(this::heard);
    }

    /** Of a window without a phone. */
    public StatusModel(BooleanSupplier databaseAway, Supplier<String> soundTrouble, PostingWork work, Timekeeper time) {
        this.work = work;
        this.time = time;
        this.databaseAway = databaseAway;
        this.soundTrouble = soundTrouble;
        check();
    }

    private void lineBecame(LineState state) {
        line = Optional.of(state);
        changed();
    }

    private void heard(AcdEvent event) {
        switch (event) {
            case AcdEvent.LinkUp ignored -> acdDown = Optional.empty();
            case AcdEvent.LinkDown down -> acdDown = Optional.of(down.reason());
            default -> {
                return;
            }
        }
        changed();
    }

    /** Empty where there is no phone. */
    public Optional<LineState> line() {
        return line;
    }

    /** Voice messages at the exchange that nobody heard yet. */
    public int messages() {
        return messages;
    }

    /** What was sent to this telephone last, for as long as it takes to be seen. */
    public Optional<LineText> text() {
        return text;
    }

    /** Somebody wished to sign out and could not: it is said for a moment. */
    public void stays(Staying why) {
        staying = Optional.of(why);
        stayingAt = time.nanos();
        changed();
    }

    /** Why nobody signs out, for as long as it takes to be seen. */
    public Optional<Staying> staying() {
        return staying;
    }

    /** What is wrong now, the worst first. */
    public List<Complaint> complaints() {
        var complaints = new ArrayList<Complaint>();
        if (line.orElse(null) instanceof LineState.Failing(var problem, var reason, var retryAt))
            complaints.add(new Complaint(ofLine(problem), reason, Optional.of(retryAt)));
        // Where no call comes at all, nothing is said of those of the queues.
        if (complaints.isEmpty())
            acdDown.ifPresent(reason -> complaints.add(new Complaint(Trouble.ACD_DOWN, reason, Optional.empty())));
        if (checked.databaseAway()) complaints.add(new Complaint(Trouble.DATABASE_AWAY, "", Optional.empty()));
        if (!checked.soundTrouble().isEmpty())
            complaints.add(new Complaint(Trouble.NO_SOUND, checked.soundTrouble(), Optional.empty()));
        else if (!checked.soundRemark().isEmpty())
            complaints.add(new Complaint(Trouble.OTHER_SOUND, checked.soundRemark(), Optional.empty()));
        return complaints;
    }

    /** @param remark what is not as it was chosen though it works; empty when all is; asked in the background */
    public StatusModel heeds(Supplier<String> remark) {
        soundRemark = remark;
        return this;
    }

    private static Trouble ofLine(LineState.Problem problem) {
        return switch (problem) {
            case UNREACHABLE -> Trouble.LINE_UNREACHABLE;
            case WRONG_PASSWORD -> Trouble.LINE_WRONG_PASSWORD;
            case REFUSED -> Trouble.LINE_REFUSED;
        };
    }

    private void check() {
        if (checking) return;
        checking = true;
        work.ask(
                () -> new Checked(databaseAway.getAsBoolean(), soundTrouble.get(), soundRemark.get()),
                this::checked,
                failure -> checked(new Checked(true, checked.soundTrouble(), checked.soundRemark())));
    }

    private void checked(Checked now) {
        checking = false;
        checkedAt = time.nanos();
        if (now.equals(checked)) return;
        checked = now;
        changed();
    }

    /** Called every half second. */
    public void tick() {
        if (text.isPresent() && time.nanos() - textAt > SHOWN.toNanos()) {
            text = Optional.empty();
            changed();
        }
        if (staying.isPresent() && time.nanos() - stayingAt > TOLD.toNanos()) {
            staying = Optional.empty();
            changed();
        }
        if (time.nanos() - checkedAt >= CHECKED_EVERY.toNanos()) check();
    }
}
