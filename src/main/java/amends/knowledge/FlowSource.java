package amends.knowledge;

/**
 * A flow as it was found outside.
 *
 * @param name where, for people: a file's path
 */
public record FlowSource(String name, FlowText text) {}
