package amends.care;

import java.time.Duration;

/**
 * How many are called, and whom not.
 *
 * @param places on the list at most @param quietShare of the places for those who would say nothing, 0 to 1
 * @param least what must be owed @param again nobody is called from the list a second time within
 * @param every how often free places are filled
 * @param likely from which chance on somebody is told as likely to leave
 */
public record CareRules(int places, double quietShare, double least, Duration again, Duration every, double likely) {
    public static final CareRules USUAL = new CareRules(20, .7, 2, Duration.ofDays(30), Duration.ofMinutes(15), .25);
}
