/** Plans, and what they did, as rows. */
package amends.readiness.jdbc;
