/** What is kept in files of the desk's user alone. */
package amends.kernel.folder;
