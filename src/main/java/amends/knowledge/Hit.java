package amends.knowledge;

/**
 * An answer that was found.
 *
 * @param excerpt the place in the article that fits best
 * @param score comparable within one search only
 */
public record Hit(Article article, Marked title, Marked excerpt, double score) {}
