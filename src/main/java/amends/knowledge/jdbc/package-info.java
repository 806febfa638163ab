/** Articles and their use as rows. */
package amends.knowledge.jdbc;
