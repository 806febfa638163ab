/** Pictures and files of articles: in a row, enlarged, opened outside, saved, chosen. */
package amends.desktop.attachment;
