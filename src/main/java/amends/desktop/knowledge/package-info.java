/** The place for answers. Its content comes with the knowledge base. */
package amends.desktop.knowledge;
