package amends.desktop.attachment;

/** How large a file is, for people. */
public final class FileSize {
    private FileSize() {}

    public static String of(int bytes) {
        if (bytes < 1 << 20) return Math.max(1, bytes / 1024) + " KB";
        return bytes * 10L / (1 << 20) / 10.0 + " MB";
    }
}
