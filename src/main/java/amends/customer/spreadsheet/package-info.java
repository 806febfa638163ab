/** Tables of customers out of CSV and XLSX files, and into them. */
package amends.customer.spreadsheet;
