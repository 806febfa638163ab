package amends.desktop.profile;

import amends.customer.CustomerProfile;
import amends.customer.CustomerProfile.Tier;
import amends.customer.PopState;
import amends.customer.ScreenPop;
import amends.desktop.PresentationModel;
import amends.desktop.profile.ProfileForm.Field;
import amends.desktop.profile.ProfileForm.Keeping;
import amends.kernel.PhoneNumber;
import amends.kernel.Timekeeper;
import amends.telephony.Call;
import amends.telephony.CallId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Who calls, and what is typed about them. What is typed saves itself a moment after the last keystroke, is tried
 * again while the database is away, and is never thrown away before it is kept.
 */
public final class ProfileModel extends PresentationModel {
    static final Duration PAUSE = Duration.ofMillis(1200);
    static final Duration RETRY = Duration.ofSeconds(5);
    /** A word between colleagues takes less; a customer whom nobody announced takes more. */
    private static final Duration WORD = Duration.ofMinutes(1);

    private final ScreenPop pop;
    private final Timekeeper time;
    private final String homeRegion;
    private final Map<CallId, PopState> shown = new HashMap<>();
    private final Map<CallId, ProfileForm> forms = new HashMap<>();
    private BiConsumer<CallId, String> gaveWay = (call, words) -> {};

    public ProfileModel(ScreenPop pop, Timekeeper time, String homeRegion) {
        this.pop = pop;
        this.time = time;
        this.homeRegion = homeRegion;
        pop.onPop(this::popped);
    }

    private void popped(PopState state) {
        PopState before = shown.put(state.call(), state);
        ProfileForm typed = forms.get(state.call());
        if (typed != null && before != null && !before.caller().equals(state.caller())) typed.ofAnother = true;
        switch (state) {
            case PopState.Known(var call, var caller, var profile)
            when typed != null && typed.ofAnother -> {
                List<String> gone = typed.give(profile);
                if (!gone.isEmpty()) gaveWay.accept(call, String.join(" ", gone));
            }
            case PopState.Known(var call, var caller, var profile) -> form(call).fill(profile);
            case PopState.Unknown unknown when typed != null -> typed.ofAnother = false;
            default -> {}
        }
        changed();
    }

    /** @param gaveWay told what was typed before it was known whom it is about, and stands in the profile otherwise */
    public void onGivenWay(BiConsumer<CallId, String> gaveWay) {
        this.gaveWay = gaveWay;
    }

    public Optional<PopState> of(CallId call) {
        return Optional.ofNullable(shown.get(call)).or(() -> pop.of(call));
    }

    public Optional<CustomerProfile> profile(CallId call) {
        return of(call).map(s -> s instanceof PopState.Known known ? known.profile() : null);
    }

    /** With which number we speak; empty where it is withheld or no public one. */
    public Optional<PhoneNumber> numberOf(CallId call) {
        return of(call).flatMap(state -> state.caller().number(homeRegion));
    }

    /** The customer's name as it is typed or known; empty when there is none. */
    public Optional<String> name(CallId call) {
        return Optional.ofNullable(forms.get(call))
                .map(f -> f.text(Field.NAME))
                .filter(n -> !n.isBlank())
                .or(() -> profile(call).map(CustomerProfile::name).filter(n -> !n.isBlank()));
    }

    /** Who it seems to be of the house, by name; empty as soon as it is a customer's call. */
    public Optional<String> colleague(CallId call) {
        return of(call).map(s -> s instanceof PopState.Colleague colleague ? colleague.name() : null);
    }

    /** Whether it seems to be somebody of the house, and nothing was filled in of a customer. */
    public boolean isColleagueStill(CallId call) {
        boolean untouched = Optional.ofNullable(forms.get(call))
                .filter(f -> f.keeping != Keeping.UNTOUCHED)
                .isEmpty();
        return untouched && colleague(call).isPresent();
    }

    /** Whether it was hardly more than a word: at its end. */
    public boolean isWord(Call call) {
        return call.answered()
                .filter(at -> Duration.between(at, time.now()).compareTo(WORD) > 0)
                .isEmpty();
    }

    public ProfileForm form(CallId call) {
        return forms.computeIfAbsent(call, c -> {
            var form = new ProfileForm();
            profile(c).ifPresent(form::fill);
            return form;
        });
    }

    public String homeRegion() {
        return homeRegion;
    }

    public void typed(CallId call, Field field, String text) {
        if (form(call).type(field, text)) touched(form(call));
    }

    public void chosen(CallId call, Tier tier) {
        if (form(call).choose(tier)) touched(form(call));
    }

    private void touched(ProfileForm form) {
        form.keeping = Keeping.TYPED;
        form.lastActAt = time.nanos();
        changed();
    }

    /** Keeps what was typed now. */
    public void save(CallId call) {
        ProfileForm form = form(call);
        if (form.keeping == Keeping.UNTOUCHED || form.keeping == Keeping.SAVING || form.isBlank()) return;
        form.keeping = Keeping.SAVING;
        form.lastActAt = time.nanos();
        pop.save(call, form.filled(homeRegion), result -> saved(form, result));
        changed();
    }

    private void saved(ProfileForm form, ScreenPop.Saved result) {
        boolean typedSince = form.keeping == Keeping.TYPED;
        if (result == ScreenPop.Saved.KEPT && !typedSince) {
            form.kept();
            form.savedAt = Optional.of(time.now());
        }
        if (!typedSince)
            form.keeping = switch (result) {
                case KEPT -> Keeping.SAVED;
                case UNAVAILABLE -> Keeping.UNAVAILABLE;
                case CHANGED_MEANWHILE -> Keeping.CHANGED_MEANWHILE;
            };
        form.lastActAt = time.nanos();
        changed();
    }

    /** The call and its write-up are over: what is not kept yet is kept, the rest forgotten. */
    public void leave(CallId call) {
        if (!forms.containsKey(call)) {
            shown.remove(call);
            return;
        }
        save(call);
    }

    /** Called every half second. */
    public void tick() {
        for (var entry : Map.copyOf(forms).entrySet()) {
            ProfileForm form = entry.getValue();
            Duration still = Duration.ofNanos(time.nanos() - form.lastActAt);
            boolean typed = form.keeping == Keeping.TYPED && still.compareTo(PAUSE) >= 0;
            boolean retry = form.keeping == Keeping.UNAVAILABLE && still.compareTo(RETRY) >= 0;
            if ((typed || retry) && isKnownWhose(entry.getKey(), form)) save(entry.getKey());
        }
    }

    /** Somebody may yet be put through: until then, or until the call is over, nothing is kept as a customer's. */
    private boolean isKnownWhose(CallId call, ProfileForm form) {
        return !form.ofAnother && colleague(call).isEmpty();
    }
}
