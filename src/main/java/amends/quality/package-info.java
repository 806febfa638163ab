/** Recordings judged by people: the score sheet, what an inspector gave, and what they may see while they listen. */
package amends.quality;
