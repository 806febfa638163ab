package amends.desktop.promise;

import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.desktop.profile.ProfileModel;
import amends.desktop.wrapup.NotesModel;
import amends.kernel.Money;
import amends.kernel.PhoneNumber;
import amends.kernel.PlainText;
import amends.kernel.Timekeeper;
import amends.promise.DueSuggesting.Suggestion;
import amends.promise.PromiseDraft;
import amends.promise.PromiseHandling;
import amends.promise.PromiseKind;
import amends.promise.PromiseKind.OfMoney;
import amends.promise.PromiseMaking.Outcome.Refused;
import amends.promise.PromiseOwner;
import amends.promise.PromiseProgress;
import amends.promise.PromiseWish;
import amends.staff.Permission;
import amends.staff.StaffMember;
import amends.telephony.Call;
import amends.telephony.CallId;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A promise in a click: the form opens with everything that is known filled in and a time suggested; keeping it gives
 * the promise. What would be an empty promise is told at once, with a way out.
 */
public final class PromiseFormModel extends PresentationModel {
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,2})?)\\s*(?:元|块|塊|yuan|cny|rmb)");
    private static final Currency USUAL = Currency.getInstance("CNY");
    private final PromiseHandling handling;
    private final StaffMember member;
    private final ProfileModel profiles;
    private final NotesModel notes;
    private final PostingWork work;
    private final Supplier<List<StaffMember>> staff;
    private final Timekeeper time;
    private final Map<CallId, PromiseForm> forms = new HashMap<>();
    private List<StaffMember> people;

    /** @param staff who can keep a promise; blocks */
    public PromiseFormModel(
            PromiseHandling handling,
            StaffMember member,
            ProfileModel profiles,
            NotesModel notes,
            PostingWork work,
            Supplier<List<StaffMember>> staff,
            Timekeeper time) {
        this.handling = handling;
        this.member = member;
        this.profiles = profiles;
        this.notes = notes;
        this.work = work;
        this.staff = staff;
        this.time = time;
        people = List.of(member);
        handling.onChange(board -> changed());
    }

    public boolean mayOpen() {
        return Permission.MAKE_PROMISE.isGivenTo(member);
    }

    public boolean isOpen(CallId call) {
        return forms.containsKey(call) && forms.get(call).open;
    }

    /** Opens the form of this call, or leaves it; what was typed stays. @return whether it is open now */
    public boolean toggle(Call call) {
        if (isOpen(call.id())) {
            cancel(call.id());
            return false;
        }
        if (!mayOpen()) return false;
        filled(call).open = true;
        work.ask(staff::get, this::known, failure -> {});
        changed();
        return true;
    }

    private void known(List<StaffMember> found) {
        if (found.isEmpty() || found.equals(people)) return;
        people = found;
        changed();
    }

    private PromiseForm filled(Call call) {
        PromiseForm form = form(call.id());
        String note = notes.text(call.id()).strip();
        if (form.kind == null) choose(form, guessed(note));
        if (form.what.isBlank()) form.what = PromiseGuess.line(note, form.kind.names());
        if (form.amount.isBlank()) form.amount = amountIn(note);
        if (form.number.isBlank()) form.number = numberOf(call);
        return form;
    }

    /** Of what the note speaks of; else what takes no money. */
    private PromiseKind guessed(String note) {
        return kinds().stream()
                .filter(k -> PromiseGuess.speaksOf(note, k.names()))
                .findFirst()
                .or(() ->
                        kinds().stream().filter(k -> k.money() == OfMoney.NONE).findFirst())
                .orElseGet(() -> kinds().getFirst());
    }

    private static String amountIn(String note) {
        Matcher found = AMOUNT.matcher(note.toLowerCase(java.util.Locale.ROOT));
        return found.find() ? found.group(1) : "";
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

    PromiseForm form(CallId call) {
        return forms.computeIfAbsent(call, c -> new PromiseForm());
    }

    public List<PromiseKind> kinds() {
        return handling.rules().kinds();
    }

    void choose(CallId call, PromiseKind kind) {
        if (kind.equals(form(call).kind)) return;
        choose(form(call), kind);
        changed();
    }

    private void choose(PromiseForm form, PromiseKind kind) {
        form.kind = kind;
        own(form, kind.department().isEmpty() ? mine() : new PromiseOwner.Team(kind.department()));
    }

    private PromiseOwner mine() {
        return new PromiseOwner.Person(member.id());
    }

    void choose(CallId call, PromiseOwner owner) {
        if (owner.equals(form(call).owner)) return;
        own(form(call), owner);
        changed();
    }

    /** Who keeps it decides how long it takes: what was suggested is suggested anew, what was typed stays. */
    private void own(PromiseForm form, PromiseOwner owner) {
        form.owner = owner;
        if (!form.dueTyped) form.due = DueTyping.shown(suggestion(form).due(), zone());
    }

    /** Me first, then the departments, then the colleagues. */
    List<PromiseOwner> owners() {
        var owners = new ArrayList<PromiseOwner>(List.of(mine()));
        handling.rules().departments().forEach(d -> owners.add(new PromiseOwner.Team(d.code())));
        people.stream()
                .filter(p -> !p.id().equals(member.id()))
                .forEach(p -> owners.add(new PromiseOwner.Person(p.id())));
        return owners;
    }

    PromiseNames names() {
        return new PromiseNames(handling.rules(), member, people);
    }

    Suggestion suggestion(CallId call) {
        return suggestion(form(call));
    }

    private Suggestion suggestion(PromiseForm form) {
        return handling.suggest(form.kind, form.owner);
    }

    void typedDue(CallId call, String text) {
        form(call).due = text;
        form(call).dueTyped = true;
        changed();
    }

    /** Takes the time that is suggested, or that would do instead of what was typed. */
    void takeInstead(CallId call) {
        PromiseForm form = form(call);
        Instant instead = refusal(call)
                .flatMap(Refused::time)
                .orElseGet(() -> suggestion(form).due());
        form.due = DueTyping.shown(instead, zone());
        form.dueTyped = true;
        changed();
    }

    void typed(CallId call, String what) {
        form(call).what = what;
        changed();
    }

    void typedAmount(CallId call, String amount) {
        form(call).amount = amount;
        changed();
    }

    void typedNumber(CallId call, String number) {
        form(call).number = number;
        changed();
    }

    void receipt(CallId call, boolean wanted) {
        if (form(call).receipt == wanted) return;
        form(call).receipt = wanted;
        changed();
    }

    /** When it is due as it stands there; empty when that cannot be read. */
    Optional<Instant> due(CallId call) {
        return DueTyping.read(form(call).due, zone(), time.now());
    }

    Optional<FormMistake> mistake(CallId call) {
        PromiseForm form = form(call);
        if (due(call).isEmpty()) return Optional.of(FormMistake.DUE_UNREAD);
        if (takesMoney(form) && !form.amount.isBlank() && amount(form).isEmpty())
            return Optional.of(FormMistake.AMOUNT_UNREAD);
        if (!form.number.isBlank() && number(form).isEmpty()) return Optional.of(FormMistake.NUMBER_UNREAD);
        return Optional.empty();
    }

    static boolean takesMoney(PromiseForm form) {
        return form.kind != null && form.kind.money() != OfMoney.NONE;
    }

    private static Optional<Money> amount(PromiseForm form) {
        if (!takesMoney(form)) return Optional.empty();
        Currency currency = form.kind.limits().values().stream()
                .map(Money::currency)
                .findFirst()
                .orElse(USUAL);
        return Money.parse(form.amount.strip(), currency);
    }

    private Optional<PhoneNumber> number(PromiseForm form) {
        return PhoneNumber.parse(form.number, profiles.homeRegion());
    }

    /** Why this would be an empty promise; empty also while something in it cannot be read. */
    Optional<Refused> refusal(CallId call) {
        if (mistake(call).isPresent()) return Optional.empty();
        return handling.refusal(wish(call));
    }

    /** Whether something was wrong when it was to be kept: what is only not filled in yet is not scolded. */
    boolean isTried(CallId call) {
        return form(call).tried;
    }

    private PromiseWish wish(CallId call) {
        PromiseForm form = form(call);
        return new PromiseWish(
                form.id,
                call,
                form.kind.code(),
                form.what,
                amount(form),
                profiles.profile(call).map(p -> p.id()),
                name(call),
                number(form),
                Optional.of(form.owner),
                due(call).orElseThrow(),
                form.receipt);
    }

    public String name(CallId call) {
        return profiles.name(call).orElse("");
    }

    /** Gives the promise as it stands in the form. @return false when something in it must be mended first */
    public boolean keep(CallId call) {
        if (!isOpen(call)) return false;
        form(call).tried = true;
        if (mistake(call).isPresent() || refusal(call).isPresent()) {
            changed();
            return false;
        }
        handling.make(wish(call));
        // The next one of this call begins anew.
        forms.remove(call);
        changed();
        return true;
    }

    /** What was promised in this call, oldest first. */
    List<PromiseProgress> given(CallId call) {
        return handling.board().in(call);
    }

    Instant now() {
        return time.now();
    }

    ZoneId zone() {
        return handling.rules().house().zone();
    }

    static String shortened(String text) {
        return PlainText.line(text, PromiseDraft.MOST_WHAT);
    }

    /** The call and its write-up are over. */
    public void leave(CallId call) {
        forms.remove(call);
    }
}
