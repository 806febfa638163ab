/** How to speak to the caller, why, and what was seen of them. */
package amends.desktop.speak;
