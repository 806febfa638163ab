/**
 * The automatic call distributor as the desk needs it: the agent's state in CSTA's words, the queues, and the link to
 * whichever engine distributes the calls.
 */
package amends.acd;
