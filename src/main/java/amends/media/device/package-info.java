/**
 * Microphones and loudspeakers: Java Sound, WAV files, silence. Whatever a device does, the media thread only ever
 * meets a bounded ring.
 */
package amends.media.device;
