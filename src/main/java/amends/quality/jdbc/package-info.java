/** Evaluations and the inspector's list in the database. */
package amends.quality.jdbc;
