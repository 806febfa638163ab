/** What went wrong for a customer, what is owed for it, and how it is put right. */
package amends.recovery;
