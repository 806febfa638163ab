/** The page of sound: devices, levels, a test call. */
package amends.desktop.sound;
