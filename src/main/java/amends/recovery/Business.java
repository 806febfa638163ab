package amends.recovery;

/** A type of business that complaints are about. */
public record Business(String key, Naming name) {}
