/** What leads may do in live calls, in the database. */
package amends.acd.jdbc;
