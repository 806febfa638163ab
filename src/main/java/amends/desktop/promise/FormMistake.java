package amends.desktop.promise;

/** What stands in the form and cannot be read. */
public enum FormMistake {
    DUE_UNREAD,
    AMOUNT_UNREAD,
    NUMBER_UNREAD
}
