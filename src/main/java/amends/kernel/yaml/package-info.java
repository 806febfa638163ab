/** YAML that people write, read with errors that name the file, the line and the way out. */
package amends.kernel.yaml;
