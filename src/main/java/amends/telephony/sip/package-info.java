/**
 * The user agent: {@link amends.telephony.sip.SipPhone} is the desk's line and its calls over SIP (RFC 3261). One
 * Call-ID is one {@link amends.telephony.sip.SipCall}; what is legal when is decided by
 * {@link amends.telephony.Connection}, this package only speaks.
 */
package amends.telephony.sip;
