/** SMPP 3.4 to a short message service centre, by jsmpp. */
package amends.sms.smpp;
