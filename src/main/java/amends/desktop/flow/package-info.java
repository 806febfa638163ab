/** Flows walked in a call, step by step. */
package amends.desktop.flow;
