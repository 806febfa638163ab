/** Reports as XLSX workbooks. */
package amends.report.spreadsheet;
