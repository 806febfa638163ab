/** Complaints that wait for the database in a folder. */
package amends.recovery.folder;
