/** Promises in the window: giving one in a call, keeping one's own, and everybody's for a lead. */
package amends.desktop.promise;
