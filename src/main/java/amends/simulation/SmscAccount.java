package amends.simulation;

/** Who may bind to a simulated message centre. @param systemId at most 15 characters @param password at most 8 */
public record SmscAccount(String systemId, String password) {
    @Override
    public String toString() {
        return systemId;
    }
}
