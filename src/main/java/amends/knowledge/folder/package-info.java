/** Articles as files of Markdown with a YAML header. */
package amends.knowledge.folder;
