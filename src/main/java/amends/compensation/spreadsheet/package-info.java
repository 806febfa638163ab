/** Past cases and questions read from files of comma-separated values, and the offers written to one. */
package amends.compensation.spreadsheet;
