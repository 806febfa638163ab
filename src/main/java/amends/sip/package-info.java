/**
 * Plumbing of SIP shared by the user agent, the embedded PBX and the simulation: session descriptions with their
 * offers and answers, digest authentication, and the set-up of one SIP stack. Knows no call.
 */
package amends.sip;
