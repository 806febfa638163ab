package amends.acd;

import amends.kernel.Timekeeper;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Function;

/** Keeps the board as events come, with the clock's help. Belongs to whoever feeds it. */
public final class BoardFold {
    private final Timekeeper time;
    private final ZoneId zone;
    private final Function<String, String> extension;
    private BoardState state = BoardState.EMPTY;

    /** @param zone whose midnight begins a day @param extension the extension behind an agent's address */
    public BoardFold(Timekeeper time, ZoneId zone, Function<String, String> extension) {
        this.time = time;
        this.zone = zone;
        this.extension = extension;
    }

    public void take(BoardEvent event) {
        state = state.next(event, moment());
    }

    public Board board() {
        return state.board(extension);
    }

    private Moment moment() {
        Instant now = time.now();
        LocalDate day = now.atZone(zone).toLocalDate();
        return new Moment(now, time.nanos(), day, day.atStartOfDay(zone).toInstant());
    }

    /** How long this day still lasts; positive. */
    public Duration untilMidnight() {
        Instant now = time.now();
        LocalDate tomorrow = now.atZone(zone).toLocalDate().plusDays(1);
        return Duration.between(now, tomorrow.atStartOfDay(zone).toInstant()).plusMillis(1);
    }
}
