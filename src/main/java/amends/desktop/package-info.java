/**
 * The agent's window. Presentation models ({@code …Model}) know the ports and no Swing, live on the event dispatch
 * thread and tell their views; views draw and hand keystrokes on. {@code shell.AgentWindow} is the way in.
 */
package amends.desktop;
