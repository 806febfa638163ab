/** The counts, asked of the database in narrow aggregates. */
package amends.report.jdbc;
