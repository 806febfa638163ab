/** Who calls: the profile, and the screen pop that brings it when a call rings. */
package amends.customer;
