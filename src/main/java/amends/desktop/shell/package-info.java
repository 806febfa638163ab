/** The window itself: its entry, its layout that follows the call, its keys. */
package amends.desktop.shell;
