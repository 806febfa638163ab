/** Marks, objections and what was learned, as rows. */
package amends.personality.jdbc;
