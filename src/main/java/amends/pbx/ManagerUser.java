package amends.pbx;

/** Who may sign in at the manager port. */
public record ManagerUser(String name, String secret) {
    /** Without the secret. */
    @Override
    public String toString() {
        return "ManagerUser[" + name + "]";
    }
}
