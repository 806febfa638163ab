package amends.recovery;

/**
 * A callback with what whoever makes it must know.
 *
 * @param customerName empty when the customer is not known by name
 */
public record CallbackTask(Callback callback, Complaint complaint, String customerName) {}
