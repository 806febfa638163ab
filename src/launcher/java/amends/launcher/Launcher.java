package amends.launcher;

public final class Launcher {
    public static void main(String[] a) {}
}
