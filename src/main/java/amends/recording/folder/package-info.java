/** The vault as a folder on disk, with the chain of this desk beside the recordings. */
package amends.recording.folder;
