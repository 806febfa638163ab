package amends.report;

/** One group. @param group the value of the cut, empty where it is not known @param before of the period before */
public record Row(String group, Reading now, Reading before) {}
