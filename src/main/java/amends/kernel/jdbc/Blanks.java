package amends.kernel.jdbc;

/** What stands where something personal was erased and a row must stay whole. */
public final class Blanks {
    /** A number that nobody can have: the code 999 is kept back by the ITU. */
    public static final String NUMBER = "+9990000000";

    private Blanks() {}
}
