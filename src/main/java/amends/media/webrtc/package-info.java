/** Echo, noise and loudness by the audio processing of WebRTC (webrtc-java): a native library that may be missing. */
package amends.media.webrtc;
