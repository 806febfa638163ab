/** The page on which articles are written, read by a second person, looked after and recalled. */
package amends.desktop.authors;
