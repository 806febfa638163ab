package amends.customer;

import java.util.List;

/** Finds customers by what somebody types. Blocks; joins the caller's transaction. */
public interface CustomerSearch {
    /** @param words a name's beginning, a whole number or an outside id @param from how many to leave out */
    List<FoundCustomer> find(Words words, int from, int most);

    /**
     * What was typed, understood.
     *
     * @param name folded, without spaces
     * @param number E.164; empty when it is none
     */
    record Words(String name, String number, String outsideId) {}
}
