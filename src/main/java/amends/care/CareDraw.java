package amends.care;

import java.time.Instant;
import java.util.UUID;

/**
 * One draw, as it can be repeated.
 *
 * @param seed with which the same candidates give the same lots @param places that were to be filled
 * @param quietShare of the places for those who would say nothing
 * @param candidates how many there were @param quiet of them those who would say nothing @param drawn how many
 */
public record CareDraw(
        UUID id, Instant at, long seed, int places, double quietShare, int candidates, int quiet, int drawn) {}
