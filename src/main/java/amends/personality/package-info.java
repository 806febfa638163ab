/**
 * Which of the trade's two types a customer seems to be, from behaviours that were seen, and how to speak to them. An
 * estimate with evidence, never a label; never an input to what compensation is offered.
 */
package amends.personality;
