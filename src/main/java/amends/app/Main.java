package amends.app;

public final class Main {
    public static void main(String[] args) {
        System.out.println("amends " + Runtime.version());
    }
}
