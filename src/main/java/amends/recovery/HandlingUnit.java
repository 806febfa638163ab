package amends.recovery;

/**
 * A branch or department that can put something right.
 *
 * @param region where a branch is; empty for a department
 * @param mail where a dispatch goes; may be empty
 * @param days within so many working days it answers
 */
public record HandlingUnit(String key, Kind kind, String region, String mail, int days, Naming name) {
    public enum Kind {
        BRANCH,
        DEPARTMENT
    }
}
