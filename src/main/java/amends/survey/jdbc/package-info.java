/** The surveys' rows. */
package amends.survey.jdbc;
