/** Sound as Ogg Opus (RFC 7845): two uncoupled mono streams, so that nothing leaks from one side to the other. */
package amends.recording.ogg;
