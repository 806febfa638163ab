/** The page of customers: found, taken in from tables, merged, shown to themselves, erased. */
package amends.desktop.customers;
