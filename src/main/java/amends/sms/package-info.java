/** Short messages: what is to be sent waits in the outbox and is sent surely; what comes in is kept once. */
package amends.sms;
