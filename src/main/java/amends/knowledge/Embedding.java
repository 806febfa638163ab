package amends.knowledge;

/**
 * A text as a point in a space of meanings: texts that mean nearly the same lie near each other, whatever words they
 * are put in.
 *
 * @param space names the model that placed it: only points of one space can be compared
 * @param related how alike two texts are, at least, that have to do with each other: a cosine in that space
 * @param vector of length one; not to be changed
 */
public record Embedding(String space, float related, float[] vector) {}
