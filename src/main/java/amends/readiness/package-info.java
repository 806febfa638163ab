/** Plans made before something goes wrong: switched on by a lead, known to every desk at once. */
package amends.readiness;
