/**
 * Calls as an agent's phone sees them, in the words of CSTA (ECMA-269): {@link amends.telephony.Call},
 * {@link amends.telephony.ConnectionState}, {@link amends.telephony.CallEvent}, {@link amends.telephony.CallControl}.
 * Pure domain and ports; the user agent that speaks SIP is {@code telephony.sip}.
 */
package amends.telephony;
