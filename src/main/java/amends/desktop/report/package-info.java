/** Figures drawn first and listed second, the suggestions of employees, and the cases of recoveries that went well. */
package amends.desktop.report;
