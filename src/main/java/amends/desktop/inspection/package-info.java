/** Recordings: listed and heard. */
package amends.desktop.inspection;
