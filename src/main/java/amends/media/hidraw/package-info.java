/**
 * Headset buttons by the telephony page of USB's HID usage tables, read from Linux's raw HID devices without native code.
 * The parser and the reader of reports know nothing of Linux.
 */
package amends.media.hidraw;
