/** Whom to call before they complain, and who is likely to leave. */
package amends.desktop.care;
