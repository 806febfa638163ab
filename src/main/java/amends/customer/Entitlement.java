package amends.customer;

import amends.customer.CustomerProfile.Tier;

/**
 * What a tier gets.
 *
 * @param mayBeTold false where others must not hear of it, the customer of another tier first of all
 */
public record Entitlement(Tier tier, Phrase words, boolean mayBeTold) {}
