/** The team lead's page: the queues and the agents live, and the promises that are late. */
package amends.desktop.team;
