/** Contacts that wait for the database in a folder. */
package amends.contact.folder;
