/** Asking customers how it was: who is asked, what they answer, and what follows. */
package amends.survey;
