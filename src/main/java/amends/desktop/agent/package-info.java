/** The agent's own state and the queues behind it. */
package amends.desktop.agent;
