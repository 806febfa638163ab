/**
 * The embedded exchange: registrar, dial plan, queue, bridge and hold music, offered over sockets as SIP and as the
 * manager protocol and in no other way. All its state belongs to one loop; RTP has a thread of its own.
 */
package amends.pbx;
