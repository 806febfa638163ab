package amends.app;

final class WindowedDesk {
    static int run(DeskSettings settings, Home home, WindowOptions options) {
        throw new Trouble(Exit.UNAVAILABLE, "pending");
    }
}
