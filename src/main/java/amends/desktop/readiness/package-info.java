/** Contingency plans: written and switched by leads, shown at every desk. */
package amends.desktop.readiness;
