/** One interaction with a customer, from the first ring to the wrap-up, and how it was disposed of. */
package amends.contact;
