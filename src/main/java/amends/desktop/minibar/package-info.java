/** The call in a small bar above other programs. */
package amends.desktop.minibar;
