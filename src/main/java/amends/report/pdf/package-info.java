/** Reports as PDF, with a font that shows Chinese in it. */
package amends.report.pdf;
