/** What is given for what went wrong, on the screen: the offers in a call, approvals, budget and policy. */
package amends.desktop.compensation;
