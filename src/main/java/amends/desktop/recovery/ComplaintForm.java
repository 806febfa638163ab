package amends.desktop.recovery;

import amends.recovery.Severity;

/** What stands in the complaint's form of one call. On the screen's thread only. */
final class ComplaintForm {
    String what = "";
    String number = "";
    Severity severity = Severity.MODERATE;
    boolean open;
    boolean readBack;
    boolean newMatter;
    boolean numberUnread;
}
