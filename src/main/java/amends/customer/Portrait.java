package amends.customer;

import amends.kernel.PhoneNumber;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What more is known of a customer than stands on the screen when it rings.
 *
 * @param labels what kind of number each is, where it was said
 * @param segment in which group of customers the house puts them; empty when in none
 * @param language BCP 47, such as {@code zh-TW}; empty when not known
 * @param occasions days of the year that matter to them
 * @param products what they have of us
 * @param stage how far they are with us
 * @param version counts changes: a save of an older version is refused, nothing is overwritten unseen; 0 when nothing
 *     was kept yet
 */
public record Portrait(
        UUID customer,
        Map<PhoneNumber, NumberLabel> labels,
        String segment,
        String language,
        List<Occasion> occasions,
        List<String> products,
        List<String> habits,
        List<String> interests,
        Optional<Channel> channel,
        Optional<Hours> hours,
        Optional<JourneyStage> stage,
        long version) {
    public static final int LONGEST_SEGMENT = 60;
    public static final int LONGEST_LANGUAGE = 35;
    /** Of a product, a habit, an interest. */
    public static final int LONGEST_WORDS = 200;

    public static final int MOST_WORDS = 50;
    public static final int MOST_OCCASIONS = 20;

    public Portrait {
        labels = Map.copyOf(labels);
        occasions = List.copyOf(occasions);
        products = List.copyOf(products);
        habits = List.copyOf(habits);
        interests = List.copyOf(interests);
    }

    /** Of whom nothing is known yet. */
    public static Portrait blank(UUID customer) {
        return new Portrait(
                customer,
                Map.of(),
                "",
                "",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    Portrait with(List<Occasion> others) {
        return new Portrait(
                customer, labels, segment, language, others, products, habits, interests, channel, hours, stage,
                version);
    }

    Portrait labelled(Map<PhoneNumber, NumberLabel> others) {
        return new Portrait(
                customer, others, segment, language, occasions, products, habits, interests, channel, hours, stage,
                version);
    }

    /** The same as it was kept under a new version. */
    public Portrait kept(long newVersion) {
        return new Portrait(
                customer,
                labels,
                segment,
                language,
                occasions,
                products,
                habits,
                interests,
                channel,
                hours,
                stage,
                newVersion);
    }

    /** What kind of number it is. */
    public enum NumberLabel {
        MOBILE,
        HOME,
        WORK,
        FAMILY,
        OTHER
    }

    /** How the customer would rather hear from us. */
    public enum Channel {
        PHONE,
        SHORT_MESSAGE,
        EMAIL,
        LETTER,
        CHAT
    }

    /** How far a customer is with a product of ours. */
    public enum JourneyStage {
        INTERESTED,
        NEW,
        SETTLED,
        AT_RISK,
        LEAVING,
        BACK
    }

    /**
     * Between which times of the day the customer wishes to be reached. May go over midnight; never empty.
     *
     * @param until exclusive
     */
    public record Hours(LocalTime from, LocalTime until) {
        public Hours {
            if (from.equals(until)) throw new IllegalArgumentException("hours that never are");
        }

        public boolean contains(LocalTime time) {
            return from.isBefore(until)
                    ? !time.isBefore(from) && time.isBefore(until)
                    : !time.isBefore(from) || time.isBefore(until);
        }
    }
}
