/** The staff's rows. */
package amends.staff.jdbc;
