/** Promises as rows. */
package amends.promise.jdbc;
