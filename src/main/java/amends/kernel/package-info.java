/**
 * What every room of the house may use: time, ids, phone numbers, transactions, duties, the loop, hostile text.
 * Nothing here knows a feature.
 */
package amends.kernel;
