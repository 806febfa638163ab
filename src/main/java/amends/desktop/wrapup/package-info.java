/** The note of a call and its write-up. */
package amends.desktop.wrapup;
