/**
 * What travels in RTP: packets (RFC 3550), G.711 (RFC 3551 §4.5.14), keys pressed (RFC 4733). Pure parsing and
 * writing, no sockets and no threads; whatever the network sends is read without an exception.
 */
package amends.rtp;
