package amends.desktop.phone;

import amends.desktop.look.Look;
import amends.desktop.look.Shade;
import amends.desktop.look.TextLine;
import amends.media.LineQuality;
import amends.media.MediaQuality;
import java.util.Locale;
import java.util.Optional;

/** How a call's line looks and reads: its opinion from 1 to 4.5, or that nothing is to be heard. */
record LineFace(String words, Shade shade, String why) {
    private static final double GOOD = 3.8;
    private static final double FAIR = 3.1;

    static LineFace of(Optional<MediaQuality.Line> line, Look look) {
        if (line.isEmpty()) return new LineFace("", Shade.QUIET, "");
        if (line.get().silent())
            return new LineFace(look.get("line.silent"), Shade.DANGER, look.get("line.silent.why"));
        if (line.get().quality().isEmpty()) return new LineFace("", Shade.QUIET, "");
        LineQuality quality = line.get().quality().get();
        String opinion = String.format(Locale.ROOT, "%.1f", quality.here());
        String words = look.get(line.get().encrypted() ? "line.encrypted" : "line.is", opinion);
        return new LineFace(words, shade(quality.here()), why(quality, look));
    }

    private static Shade shade(double opinion) {
        return opinion >= GOOD ? Shade.QUIET : opinion >= FAIR ? Shade.HOLD : Shade.DANGER;
    }

    private static String why(LineQuality quality, Look look) {
        String there = quality.there().isEmpty()
                ? look.get("line.unknown")
                : String.format(Locale.ROOT, "%.1f", quality.there().getAsDouble());
        String away = quality.roundTripMs().isEmpty()
                ? look.get("line.unknown")
                : look.get("line.ms", Math.round(quality.roundTripMs().getAsDouble()));
        String lost = String.format(Locale.ROOT, "%.1f", quality.lossPercent());
        return look.get("line.why", lost, Math.round(quality.jitterMs()), away, there);
    }

    void showOn(TextLine at) {
        if (!at.getText().equals(words)) at.setText(words);
        Look.shaded(at, shade);
        at.setToolTipText(why.isEmpty() ? null : why);
    }
}
