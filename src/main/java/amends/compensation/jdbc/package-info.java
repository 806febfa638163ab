/** Grants, budget and policies as rows. */
package amends.compensation.jdbc;
