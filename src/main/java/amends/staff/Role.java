package amends.staff;

/** The seats of a call centre. */
public enum Role {
    AGENT,
    EXPERT,
    INSPECTOR,
    LEAD
}
