package amends.recovery;

import java.time.LocalTime;

/** Whom nobody reaches at one time of the day may be reached at another. */
enum DayPart {
    MORNING(LocalTime.MIN),
    NOON(LocalTime.of(11, 30)),
    AFTERNOON(LocalTime.of(14, 0)),
    EVENING(LocalTime.of(17, 30));

    private final LocalTime begins;

    DayPart(LocalTime begins) {
        this.begins = begins;
    }

    LocalTime begins() {
        return begins;
    }

    static DayPart of(LocalTime time) {
        DayPart part = MORNING;
        for (DayPart each : values()) if (!time.isBefore(each.begins)) part = each;
        return part;
    }
}
