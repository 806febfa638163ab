/** The calls of care, and what they rest on, as rows. */
package amends.care.jdbc;
