package amends.desktop.profile;

import amends.customer.CustomerProfile;
import amends.customer.CustomerProfile.Tier;
import amends.customer.ScreenPop;
import amends.kernel.PhoneNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is typed about the caller of one call. What was typed wins over what the database brings later. */
public final class ProfileForm {
    /** What can be typed. */
    public enum Field {
        NAME,
        REGION,
        NOTE,
        NUMBER
    }

    /** What became of the typed. */
    public enum Keeping {
        UNTOUCHED,
        TYPED,
        SAVING,
        SAVED,
        /** The database is away; tried again by itself. */
        UNAVAILABLE,
        /** Another desk changed this customer meanwhile. */
        CHANGED_MEANWHILE
    }

    private final Map<Field, String> texts = new EnumMap<>(Field.class);
    private final Map<Field, Boolean> touched = new EnumMap<>(Field.class);
    private Tier tier = Tier.REGULAR;
    private boolean tierTouched;
    Keeping keeping = Keeping.UNTOUCHED;
    Optional<Instant> savedAt = Optional.empty();
    /** What was typed was typed of somebody else, or before it was known whom it is about. */
    boolean ofAnother;
    /** Monotonic nanoseconds of the last keystroke or attempt. */
    long lastActAt;

    public String text(Field field) {
        return texts.getOrDefault(field, "");
    }

    public Tier tier() {
        return tier;
    }

    public Keeping keeping() {
        return keeping;
    }

    public Optional<Instant> savedAt() {
        return savedAt;
    }

    /** @return whether it is a change */
    boolean type(Field field, String text) {
        if (text.equals(text(field))) return false;
        texts.put(field, text);
        touched.put(field, true);
        return true;
    }

    boolean choose(Tier chosen) {
        if (chosen == tier) return false;
        tier = chosen;
        tierTouched = true;
        return true;
    }

    /** Fills in what nobody typed over. */
    void fill(CustomerProfile profile) {
        fill(Field.NAME, profile.name());
        fill(Field.REGION, profile.region());
        fill(Field.NOTE, profile.note());
        if (!tierTouched) tier = profile.tier();
    }

    /**
     * Fills in who was put through: what was typed before stays where nothing is known, and gives way where something is.
     *
     * @return what gave way
     */
    List<String> give(CustomerProfile profile) {
        ofAnother = false;
        var gone = new ArrayList<String>();
        give(Field.NAME, profile.name(), gone);
        give(Field.REGION, profile.region(), gone);
        give(Field.NOTE, profile.note(), gone);
        tierTouched = false;
        fill(profile);
        if (touched.isEmpty()) keeping = Keeping.UNTOUCHED;
        return gone;
    }

    private void give(Field field, String known, List<String> gone) {
        if (known.isBlank() || !touched.containsKey(field)) return;
        touched.remove(field);
        if (!text(field).isBlank() && !text(field).strip().equals(known.strip()))
            gone.add(text(field).strip());
    }

    private void fill(Field field, String text) {
        if (!touched.containsKey(field)) texts.put(field, text);
    }

    void kept() {
        touched.clear();
        tierTouched = false;
    }

    boolean isBlank() {
        return texts.values().stream().allMatch(String::isBlank) && !tierTouched;
    }

    /** Something stands where the number goes, and it is none. */
    public boolean numberUnread(String homeRegion) {
        return !text(Field.NUMBER).isBlank() && number(homeRegion).isEmpty();
    }

    private Optional<PhoneNumber> number(String homeRegion) {
        return PhoneNumber.parse(text(Field.NUMBER).strip(), homeRegion);
    }

    ScreenPop.Filled filled(String homeRegion) {
        return new ScreenPop.Filled(
                text(Field.NAME).strip(),
                tier,
                text(Field.REGION).strip(),
                text(Field.NOTE).strip(),
                number(homeRegion));
    }
}
