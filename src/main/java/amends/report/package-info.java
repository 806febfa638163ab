/**
 * How well the house makes amends, in figures: what each means, how it is computed from counts, when it is too little
 * to be shown. Pure; counts come from the {@code jdbc} leaf, and leave by {@code spreadsheet} and {@code pdf}.
 */
package amends.report;
