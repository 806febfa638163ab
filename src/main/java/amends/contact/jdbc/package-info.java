/** The contacts' rows. */
package amends.contact.jdbc;
