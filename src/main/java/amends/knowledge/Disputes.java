package amends.knowledge;

import java.util.List;

/** What is disputed and not settled. Blocks; joins the caller's transaction. */
public interface Disputes {
    Disputes NONE = new Disputes() {
        @Override
        public void add(Dispute one) {}

        @Override
        public List<Dispute> open(int most) {
            return List.of();
        }

        @Override
        public void settled(Dispute one) {}
    };

    void add(Dispute one);

    /** Oldest first. */
    List<Dispute> open(int most);

    void settled(Dispute one);
}
