/** The messages' rows. */
package amends.sms.jdbc;
