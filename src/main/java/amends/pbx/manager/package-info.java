/** The Asterisk manager protocol, spoken by the embedded exchange on a port of its own. */
package amends.pbx.manager;
