/** What is wrong at present, one quiet line each. */
package amends.desktop.status;
