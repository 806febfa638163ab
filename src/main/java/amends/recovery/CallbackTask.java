package amends.recovery;

/** A callback with what whoever makes it must know. */
public record CallbackTask(Callback callback, Complaint complaint) {}
