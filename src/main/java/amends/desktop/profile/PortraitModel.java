package amends.desktop.profile;

import amends.customer.Consent;
import amends.customer.ConsentPurpose;
import amends.customer.CustomerGate.TooManyLooks;
import amends.customer.CustomerProfile;
import amends.customer.FullProfile;
import amends.customer.FullProfile.ShownTag;
import amends.customer.Need;
import amends.customer.Portrait;
import amends.customer.ProfileActs;
import amends.customer.ProfileActs.TagDraft;
import amends.customer.ProfileDesk;
import amends.customer.ProfileOutcome;
import amends.customer.Tag;
import amends.desktop.PostingWork;
import amends.desktop.PresentationModel;
import amends.kernel.PhoneNumber;
import amends.telephony.CallId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * The caller's whole profile: opened by the agent, never by itself, each opening a look that is logged. Beside it the
 * tags that stand at ringing, and where the number says the caller lives.
 */
public final class PortraitModel extends PresentationModel {
    /** How sure one is of what one saw oneself. */
    private static final int OWN_EYES = 80;

    private final ProfileDesk desk;
    private final ProfileModel profiles;
    private final Function<CallId, Optional<UUID>> contacts;
    private final PostingWork work;
    private final Map<UUID, List<ShownTag>> tags = new HashMap<>();
    private final Set<Asked> asked = new HashSet<>();
    private final Map<Place, String> places = new HashMap<>();
    private Optional<CallId> open = Optional.empty();
    private Optional<FullProfile> shown = Optional.empty();
    private Optional<PortraitForm> form = Optional.empty();
    private Optional<ProfileOutcome.Why> refused = Optional.empty();
    private Reading reading = Reading.DONE;

    /** How the reading stands. */
    public enum Reading {
        DONE,
        READING,
        AWAY,
        TOO_MANY_LOOKS
    }

    private record Asked(CallId call, UUID customer) {}

    private record Place(PhoneNumber number, Locale language) {}

    /** @param contacts the contact of a call: what is noted in it names it */
    public PortraitModel(
            ProfileDesk desk, ProfileModel profiles, Function<CallId, Optional<UUID>> contacts, PostingWork work) {
        this.desk = desk;
        this.profiles = profiles;
        this.contacts = contacts;
        this.work = work;
    }

    /** The tags of whoever calls; empty until they are there. */
    public List<ShownTag> tags(CallId call) {
        return profiles.profile(call)
                .map(profile -> {
                    if (asked.add(new Asked(call, profile.id()))) fetchTags(profile);
                    return tags.getOrDefault(profile.id(), List.of());
                })
                .orElse(List.of());
    }

    private void fetchTags(CustomerProfile profile) {
        work.ask(
                () -> desk.tags(profile),
                found -> {
                    tags.put(profile.id(), found);
                    changed();
                },
                failure -> {});
    }

    /** Where a number that begins so was given out; empty until it is found, and where the number does not tell. */
    public Optional<String> place(PhoneNumber number, Locale language) {
        var wanted = new Place(number, language);
        if (!places.containsKey(wanted)) {
            places.put(wanted, "");
            work.ask(
                    () -> number.place(language).orElse(""),
                    found -> {
                        places.put(wanted, found);
                        if (!found.isEmpty()) changed();
                    },
                    failure -> {});
        }
        return Optional.of(places.get(wanted)).filter(place -> !place.isEmpty());
    }

    public String homeRegion() {
        return profiles.homeRegion();
    }

    public boolean mayOpen(CallId call) {
        return profiles.profile(call).isPresent();
    }

    public boolean isOpen(CallId call) {
        return open.filter(call::equals).isPresent();
    }

    /** Opens the profile of whoever calls, or leaves it; what was typed is kept. */
    public void toggle(CallId call) {
        if (isOpen(call)) close();
        else if (mayOpen(call)) {
            close();
            open = Optional.of(call);
            read(call);
        }
    }

    public void close() {
        save();
        open = Optional.empty();
        shown = Optional.empty();
        form = Optional.empty();
        refused = Optional.empty();
        changed();
    }

    /** The call and its write-up are over. */
    public void leave(CallId call) {
        if (isOpen(call)) close();
    }

    private void read(CallId call) {
        UUID customer = profiles.profile(call).orElseThrow().id();
        reading = Reading.READING;
        changed();
        work.ask(
                () -> desk.open(customer, profiles.numberOf(call), "full profile in call " + call),
                found -> arrived(call, customer, found),
                failure -> missed(call, failure));
    }

    private void arrived(CallId call, UUID customer, Optional<FullProfile> found) {
        if (!isOpen(call)) return;
        boolean typing = form.filter(PortraitForm::isChanged).isPresent() && !refusedAsChanged();
        shown = found;
        reading = Reading.DONE;
        if (!typing) form = found.map(full -> new PortraitForm(full.portrait()));
        found.ifPresent(full -> tags.put(customer, full.tags()));
        changed();
    }

    private boolean refusedAsChanged() {
        return refused.filter(ProfileOutcome.Why.CHANGED_MEANWHILE::equals).isPresent();
    }

    private void missed(CallId call, Exception failure) {
        if (!isOpen(call)) return;
        reading = failure instanceof TooManyLooks ? Reading.TOO_MANY_LOOKS : Reading.AWAY;
        changed();
    }

    public Optional<FullProfile> shown() {
        return shown;
    }

    public Optional<PortraitForm> form() {
        return form;
    }

    public Reading reading() {
        return reading;
    }

    /** Why the last change was not made. */
    public Optional<ProfileOutcome.Why> refused() {
        return refused;
    }

    public void typed(PortraitForm.Field field, String text) {
        form.ifPresent(f -> f.type(field, text));
        changed();
    }

    public void chosen(Optional<Portrait.Channel> channel) {
        form.ifPresent(f -> f.choose(channel));
        changed();
    }

    public void chosen(Portrait.JourneyStage stage) {
        form.ifPresent(f -> f.choose(stage));
        changed();
    }

    /** Keeps what is typed; what cannot be read yet stays typed. */
    public void save() {
        if (form.filter(PortraitForm::isChanged).isEmpty()) return;
        Portrait typed = form.orElseThrow().typed();
        if (form.orElseThrow().unread().isEmpty()) form = Optional.of(new PortraitForm(typed));
        act(acts -> acts.save(typed));
    }

    public void tag(String name, String evidence, boolean openToCustomer) {
        act((acts, customer) ->
                acts.tag(customer, new TagDraft(name, evidence, OWN_EYES, Optional.empty(), openToCustomer)));
    }

    public void dispute(Tag tag, String reason) {
        act(acts -> acts.dispute(tag, reason));
    }

    public void uphold(Tag tag) {
        act(acts -> acts.uphold(tag));
    }

    public void remove(Tag tag) {
        act(acts -> acts.remove(tag));
    }

    public void need(Need.Kind kind, String words) {
        Optional<UUID> contact = open.flatMap(contacts);
        act((acts, customer) -> acts.need(customer, contact, kind, words));
    }

    public void forget(Need need) {
        act(acts -> acts.forgetNeed(need));
    }

    /** @param words in which the customer agreed */
    public void agree(ConsentPurpose purpose, String words) {
        Optional<UUID> contact = open.flatMap(contacts);
        act((acts, customer) ->
                acts.agree(customer, purpose, Consent.Way.SAID_IN_CALL, words, contact, Optional.empty()));
    }

    /** @param words in which the customer took it back */
    public void withdraw(ConsentPurpose purpose, String words) {
        act((acts, customer) -> acts.withdraw(customer, purpose, words));
    }

    public void label(int place, Portrait.NumberLabel label) {
        act((acts, customer) -> acts.label(customer, place, label));
    }

    public void mainNumber(int place) {
        act((acts, customer) -> acts.mainNumber(customer, place));
    }

    private interface Change {
        ProfileOutcome of(ProfileActs acts, UUID customer);
    }

    private void act(Function<ProfileActs, ProfileOutcome> change) {
        act((acts, customer) -> change.apply(acts));
    }

    /** After every change the profile is read anew: what stands there is what is kept. */
    private void act(Change change) {
        if (open.isEmpty() || shown.isEmpty()) return;
        CallId call = open.get();
        UUID customer = shown.get().profile().id();
        work.ask(
                () -> change.of(desk.acts(), customer),
                outcome -> {
                    refused = outcome instanceof ProfileOutcome.Refused(var why) ? Optional.of(why) : Optional.empty();
                    if (isOpen(call)) read(call);
                },
                failure -> missed(call, failure));
    }
}
