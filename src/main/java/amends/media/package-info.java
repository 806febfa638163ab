/**
 * Sound between the network and the agent's ears: RTP in and out every 20 ms, a jitter buffer, concealment, devices
 * behind ports, and a tap from which recordings are made.
 */
package amends.media;
