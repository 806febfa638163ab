/** What was promised to customers: by whom, to be kept by whom, until when, and what became of it. */
package amends.promise;
