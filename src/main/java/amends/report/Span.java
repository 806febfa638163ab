package amends.report;

import java.time.Instant;

/** A stretch of time. @param from belongs to it @param until does not */
public record Span(Instant from, Instant until) {
    public Span {
        if (!from.isBefore(until)) throw new IllegalArgumentException("a span that ends before it begins");
    }
}
