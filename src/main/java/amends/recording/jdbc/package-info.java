/** The facts of recordings and the anchors of their chains in the database. */
package amends.recording.jdbc;
