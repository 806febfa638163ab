package amends.simulation;

/** A telephone of somebody else's, made to do what a person at it would do. It says what our desks say. */
interface FarPhone extends AutoCloseable {
    void dials(String number) throws Exception;

    /** Takes the call that rings. */
    void answers() throws Exception;

    void holds() throws Exception;

    void retrieves() throws Exception;

    void presses(char key) throws Exception;

    /** The key was heard from the other end of its call. */
    void hasHeardKey(char key) throws Exception;

    /** Passes its only call on unheard. */
    void transfers(String number) throws Exception;

    void hangsUp() throws Exception;

    /** What it has heard so far holds what our desks say. */
    void hasHeardTheSentence() throws Exception;
}
