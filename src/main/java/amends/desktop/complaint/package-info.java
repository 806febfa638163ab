/** Complaints between their receipt and their end, as those see them who handle them. */
package amends.desktop.complaint;
