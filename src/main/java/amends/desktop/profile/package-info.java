/** Who calls, and what the agent can fill in about them. */
package amends.desktop.profile;
