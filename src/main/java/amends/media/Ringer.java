package amends.media;

/** The sound of a call coming in, on the ringer device. Any thread, returns at once; silent where there is no sound. */
public interface Ringer {
    /** Rings until stopped. Does nothing when it rings already. */
    void start();

    void stop();

    Ringer SILENT = new Ringer() {
        @Override
        public void start() {}

        @Override
        public void stop() {}
    };
}
