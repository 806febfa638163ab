/** Seals recordings with Tink: streaming encryption under a key of its own, wrapped for the vault's public key. */
package amends.recording.tink;
