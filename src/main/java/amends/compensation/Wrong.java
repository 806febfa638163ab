package amends.compensation;

import amends.customer.CustomerProfile.Tier;
import amends.recovery.Severity;

/**
 * What went wrong, as far as amends depend on it. That is all that is asked when offers are chosen: there is no room
 * for what kind of person the customer seems to be, nor for anything learned from how they behave.
 *
 * @param tier matters only where a row of the policy says so
 */
public record Wrong(FailureKind kind, Severity severity, Tier tier) {}
