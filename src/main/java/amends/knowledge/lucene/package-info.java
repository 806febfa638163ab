/** The search: an index of each desk's own, fed from the database by its change number. */
package amends.knowledge.lucene;
