package amends.pbx;

/** The manager protocol's open port. Closing it lets all clients go. */
public interface ManagerDoor extends AutoCloseable {
    int port();

    @Override
    void close();
}
