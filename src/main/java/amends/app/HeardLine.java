package amends.app;

import amends.contact.CallLine;
import amends.media.LineQuality;
import amends.media.MediaQuality;
import java.util.Optional;
import java.util.OptionalDouble;

/** A call's line as its contact keeps it: the rooms of media and of contacts do not know each other. */
final class HeardLine {
    private HeardLine() {}

    /** Media ends on its own thread, before the call is over or after; the contact lives on the call loop. */
    static void join(Desk desk) {
        desk.media.onEnded(end ->
                of(end).ifPresent(line -> desk.loop.execute(() -> desk.contacts.heardOver(end.call(), line))));
    }

    /** Empty where nothing was heard. */
    static Optional<CallLine> of(MediaQuality.Heard end) {
        return end.line().map(line -> of(line, end.worst().orElse(line.here())));
    }

    private static CallLine of(LineQuality line, double worst) {
        return new CallLine(
                whole(100 * line.here()),
                whole(100 * worst),
                whole(10 * line.lossPercent()),
                whole(line.lossTherePercent(), 10),
                whole(line.roundTripMs(), 1));
    }

    private static Optional<Integer> whole(OptionalDouble figure, int times) {
        return figure.stream().mapToObj(known -> whole(times * known)).findFirst();
    }

    private static int whole(double figure) {
        return (int) Math.round(figure);
    }
}
