package amends.desktop.recovery;

import amends.contact.Disposition;
import amends.desktop.PresentationModel;
import amends.desktop.agent.AgentModel;
import amends.desktop.profile.ProfileModel;
import amends.desktop.wrapup.NotesModel;
import amends.desktop.wrapup.WrapUpModel;
import amends.kernel.PhoneNumber;
import amends.kernel.PlainText;
import amends.recovery.ComplaintHandling;
import amends.recovery.ComplaintProgress;
import amends.recovery.Failure;
import amends.recovery.Grievance;
import amends.recovery.Matter;
import amends.recovery.Severity;
import amends.telephony.Call;
import amends.telephony.CallId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A complaint in two keystrokes: the first opens a form with everything that is known filled in, the second keeps it.
 * What was typed stays until the complaint is kept.
 */
public final class ComplaintModel extends PresentationModel {
    private static final int MOST_SUBJECT = 60;
    private final ComplaintHandling handling;
    private final String owner;
    private final ProfileModel profiles;
    private final NotesModel notes;
    private final WrapUpModel wrapUps;
    private final AgentModel agent;
    private final OweModel owe;
    private final Map<CallId, ComplaintForm> forms = new HashMap<>();

    /** @param owner who keeps complaints here and calls back, by name */
    public ComplaintModel(
            ComplaintHandling handling,
            String owner,
            ProfileModel profiles,
            NotesModel notes,
            WrapUpModel wrapUps,
            AgentModel agent,
            OweModel owe) {
        this.handling = handling;
        this.owner = owner;
        this.profiles = profiles;
        this.notes = notes;
        this.wrapUps = wrapUps;
        this.agent = agent;
        this.owe = owe;
        handling.onProgress(progress -> changed());
    }

    public Optional<ComplaintProgress> progress(CallId call) {
        return handling.of(call);
    }

    /** Whether one can be opened: a call has one. */
    public boolean mayOpen(CallId call) {
        return progress(call).map(p -> p instanceof ComplaintProgress.Refused).orElse(true);
    }

    public boolean isOpen(CallId call) {
        return forms.containsKey(call) && forms.get(call).open;
    }

    /** Opens the form of this call, or leaves it. @return whether it is open now */
    public boolean toggle(Call call) {
        if (isOpen(call.id())) {
            cancel(call.id());
            return false;
        }
        if (!mayOpen(call.id())) return false;
        filled(call).open = true;
        changed();
        return true;
    }

    /** What was typed in an earlier look stays; what was not is filled with what is known now. */
    private ComplaintForm filled(Call call) {
        CallId id = call.id();
        ComplaintForm form = forms.computeIfAbsent(id, this::asGraveAsWhatIsOwed);
        if (form.what.isBlank()) form.what = notes.text(id);
        if (form.number.isBlank()) form.number = numberOf(call);
        return form;
    }

    private ComplaintForm asGraveAsWhatIsOwed(CallId call) {
        var form = new ComplaintForm();
        owe.balance(call)
                .worst()
                .map(Failure::severity)
                .filter(worst -> worst.compareTo(form.severity) > 0)
                .ifPresent(worst -> form.severity = worst);
        return form;
    }

    private String numberOf(Call call) {
        String region = profiles.homeRegion();
        return call.remote()
                .number(region)
                .or(() -> profiles.profile(call.id())
                        .flatMap(p -> p.numbers().stream().findFirst()))
                .map(n -> n.shownIn(region))
                .orElse("");
    }

    public void cancel(CallId call) {
        if (!isOpen(call)) return;
        forms.get(call).open = false;
        changed();
    }

    public String what(CallId call) {
        return form(call).what;
    }

    public String number(CallId call) {
        return form(call).number;
    }

    public Severity severity(CallId call) {
        return form(call).severity;
    }

    /** Whether what stands as the number was refused because it is none. */
    public boolean numberUnread(CallId call) {
        return form(call).numberUnread;
    }

    private ComplaintForm form(CallId call) {
        return forms.computeIfAbsent(call, c -> new ComplaintForm());
    }

    public void typedWhat(CallId call, String text) {
        form(call).what = text;
    }

    public void typedNumber(CallId call, String text) {
        form(call).number = text;
        if (!form(call).numberUnread) return;
        form(call).numberUnread = false;
        changed();
    }

    public void choose(CallId call, Severity severity) {
        if (form(call).severity == severity) return;
        form(call).severity = severity;
        changed();
    }

    /** Whether the customer has heard what is written here and said that it is right. */
    public boolean isReadBack(CallId call) {
        return form(call).readBack;
    }

    public void readBack(CallId call, boolean now) {
        form(call).readBack = now;
        changed();
    }

    /** Whether it is another matter, however soon it comes after an earlier complaint. */
    public boolean isNewMatter(CallId call) {
        return form(call).newMatter;
    }

    public void newMatter(CallId call, boolean now) {
        form(call).newMatter = now;
        changed();
    }

    /** Until when the customer would be called back. */
    public Instant promised(CallId call) {
        return handling.promised(severity(call));
    }

    /** The queue it came by; empty for a direct call. */
    public String queue(CallId call) {
        return agent.offerOf(call).map(o -> o.queue()).orElse("");
    }

    public String owner() {
        return owner;
    }

    public String name(CallId call) {
        return profiles.name(call).orElse("");
    }

    /** Keeps the complaint as it stands in the form. @return false when something in it must be mended first */
    public boolean keep(CallId call) {
        if (!isOpen(call)) return false;
        ComplaintForm form = form(call);
        Optional<PhoneNumber> number = PhoneNumber.parse(form.number, profiles.homeRegion());
        form.numberUnread = number.isEmpty() && !form.number.isBlank();
        if (form.numberUnread) {
            changed();
            return false;
        }
        form.open = false;
        handling.open(
                call,
                new Grievance(
                        subject(call),
                        form.what,
                        form.severity,
                        number,
                        Optional.empty(),
                        name(call),
                        form.readBack,
                        form.newMatter ? new Matter.New() : new Matter.Unsaid()));
        wrapUps.choose(call, Disposition.COMPLAINT);
        changed();
        return true;
    }

    /** The first line of what happened; what came by a queue and has no words is called after that. */
    private String subject(CallId call) {
        String first = form(call).what.strip().lines().findFirst().orElse("");
        return first.isBlank() ? queue(call) : PlainText.line(first, MOST_SUBJECT);
    }

    /** The call and its write-up are over. */
    public void leave(CallId call) {
        forms.remove(call);
    }
}
