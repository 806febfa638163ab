package amends.promise;

import java.time.Instant;
import java.util.Optional;

/** How long a promise took. @param ended empty while it is open @param kept whether that is when it was kept */
public record PastCourse(Instant made, Optional<Instant> ended, boolean kept) {}
