package amends.recovery;

import java.time.LocalTime;

/** When a customer likes to be called, in their own day. @param until the first minute at which not any more */
public record PreferredHours(LocalTime from, LocalTime until) {}
