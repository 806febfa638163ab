/**
 * Sound and Opus by the small C library in {@code native/}, bound through java.lang.foreign. Where the library is
 * missing or of another make, Java Sound and Concentus do the work.
 */
package amends.media.ffm;
