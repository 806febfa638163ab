/** The failures' rows. */
package amends.recovery.jdbc;
