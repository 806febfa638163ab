/** The place for what we owe the caller. Its content comes with the failures that are recorded. */
package amends.desktop.recovery;
