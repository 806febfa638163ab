package amends.customer;

/** What can be wrong with a cell or a row of an imported table; the window says in words what to do about each. */
public enum ImportProblem {
    /** Neither a name nor a number nor an outside id: nobody would find this customer again. */
    NOBODY,
    NOT_A_NUMBER,
    /** {@code 1.38E+10}: a spreadsheet shortened it, and digits are lost. */
    SHORTENED_NUMBER,
    /** The number stands in an earlier row of this file. */
    NUMBER_TWICE,
    /** The outside id stands in an earlier row of this file. */
    ID_TWICE,
    UNKNOWN_TIER,
    NOT_A_DATE,
    /** A day that is still to come. */
    FUTURE_DATE,
    UNKNOWN_LANGUAGE,
    UNKNOWN_CHANNEL,
    TOO_LONG,
    /** {@code #N/A}, {@code #REF!}: a formula that came to nothing. */
    BROKEN_FORMULA,
    /** Its numbers belong to different customers, or its id to one and its number to another. */
    TWO_CUSTOMERS,
    /** It fits a customer who is there and whom an earlier row of this file fits too, by another number or id. */
    CUSTOMER_TWICE,
    /** Nobody who is there bears the letter's id or number. */
    UNKNOWN_CUSTOMER,
    /** The letter's id is one customer's, its number another's. */
    ANOTHERS_NUMBER,
    /** How a letter came. */
    UNKNOWN_WAY,
    NOT_YES_OR_NO,
    UNKNOWN_SEVERITY,
    /** A letter without subject and text. */
    NOTHING_WRITTEN,
    /** Of one table: {@link LetterImport#MOST_LETTERS}. */
    TOO_MANY_LETTERS
}
