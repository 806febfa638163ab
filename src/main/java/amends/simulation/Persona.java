package amends.simulation;

import java.util.List;

/**
 * A customer who can be simulated. All are invented.
 *
 * @param id names the clips: {@code wang} opens with {@code wang-opening}
 * @param name as the network shows it; empty where it shows none
 * @param number E.164, where they call from
 * @param mobile E.164, where short messages reach them; not their number where that is a fixed line
 * @param language BCP 47: zh-CN or en
 * @param clips what they say, in order, names for {@link Clip#load}
 */
public record Persona(
        String id, String name, String number, String mobile, String language, Temper temper, List<String> clips) {
    /** Was charged twice and says so. */
    public static final Persona WANG = new Persona(
            "wang",
            "王建国",
            "+8613800138000",
            "+8613800138000",
            "zh-CN",
            Temper.EXPRESSIVE,
            List.of("wang-opening", "wang-reply"));

    /** A promised refund is late; she would never complain. */
    public static final Persona CHEN = new Persona(
            "chen",
            "陈秀兰",
            "+861055500123",
            "+8613800138017",
            "zh-CN",
            Temper.RESERVED,
            List.of("chen-opening", "chen-reply"));

    /** Calls for the third time. */
    public static final Persona CLARKE = new Persona(
            "clarke",
            "Emma Clarke",
            "+447700900123",
            "+447700900123",
            "en",
            Temper.EXPRESSIVE,
            List.of("clarke-opening", "clarke-reply"));

    public static final Persona REED = new Persona(
            "reed",
            "Thomas Reed",
            "+12025550143",
            "+12025550143",
            "en",
            Temper.RESERVED,
            List.of("reed-opening", "reed-reply"));

    /** In nobody's database, and the network shows no name. */
    public static final Persona UNKNOWN = new Persona(
            "unknown", "", "+862155500199", "+8613800138023", "zh-CN", Temper.RESERVED, List.of("unknown-opening"));

    public Persona {
        clips = List.copyOf(clips);
    }

    /** The same person, reached at their mobile. */
    public Persona atMobile() {
        return new Persona(id, name, mobile, mobile, language, temper, clips);
    }

    /** All of them, known ones first. */
    public static List<Persona> all() {
        return List.of(WANG, CHEN, CLARKE, REED, UNKNOWN);
    }
}
