/** How everything looks and reads: theme, fonts, languages, icons, plain text. */
package amends.desktop.look;
