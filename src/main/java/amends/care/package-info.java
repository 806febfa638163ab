/** Caring before they complain: who is called because we owe them, drawn fairly, and who is likely to leave. */
package amends.care;
