package amends.survey;

import java.time.Duration;

/**
 * How the house asks its customers.
 *
 * @param againAfter how long a customer who was asked is left in peace
 * @param expiresAfter how long an answer counts
 * @param lowScore up to which score an answer is a complaint; 0: none is
 * @param sender who asks, in front of the question; may be empty
 */
public record SurveyPolicy(
        boolean enabled,
        Duration againAfter,
        Duration expiresAfter,
        QuietHours quiet,
        int lowScore,
        SurveyWording wording,
        String sender) {}
