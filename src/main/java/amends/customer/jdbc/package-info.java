/** The customers' rows. */
package amends.customer.jdbc;
