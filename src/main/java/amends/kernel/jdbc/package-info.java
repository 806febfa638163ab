/** The database of a desk: an H2 file of its own, or a PostgreSQL shared by many. */
package amends.kernel.jdbc;
