package amends.recovery;

import amends.staff.StaffMember;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What other rooms know that prepares a callback. Blocks; what a room cannot say is left empty. */
public interface CallbackPreparing {
    /** Nobody knows anything. */
    CallbackPreparing NOTHING = new CallbackPreparing() {
        @Override
        public String note(UUID contact) {
            return "";
        }

        @Override
        public List<CallbackOffer> offers(Complaint complaint, StaffMember caller) {
            return List.of();
        }

        @Override
        public List<Enum<?>> manner(Optional<UUID> customer) {
            return List.of();
        }
    };

    /** What was written down in a contact; empty when nothing was. */
    String note(UUID contact);

    /** What may be offered for what this complaint is about, best first: the same for everybody. */
    List<CallbackOffer> offers(Complaint complaint, StaffMember caller);

    /** How to speak to this person, as values for which the window has words. */
    List<Enum<?>> manner(Optional<UUID> customer);
}
