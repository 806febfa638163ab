/** What was said, sealed while it is written: customer left, agent right. */
package amends.recording;
