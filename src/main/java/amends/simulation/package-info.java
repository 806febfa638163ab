/**
 * The public network and the customers on it, for demo, drills and tests: real SIP, real RTP, spoken clips. They know
 * nothing of the desk; what they hear is what came over the wire.
 */
package amends.simulation;
