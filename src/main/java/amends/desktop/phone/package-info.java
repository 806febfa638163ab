/** The phone: the rail at the left of the window. */
package amends.desktop.phone;
