/**
 * What a customer is given for what went wrong: the policy that says what may be given, which offers fit a case and
 * do most good, who may grant them, and the ledger of what was granted. Nothing here knows what kind of person a
 * customer is.
 */
package amends.compensation;
