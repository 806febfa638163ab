/** Marks read from a file of comma-separated values, and what is estimated from them written to one. */
package amends.personality.spreadsheet;
