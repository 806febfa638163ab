package amends.desktop.shell;

import amends.desktop.PresentationModel;
import amends.desktop.phone.PhoneModel;
import amends.desktop.wrapup.WrapUpModel;
import amends.telephony.Call;
import amends.telephony.ConnectionState;
import amends.telephony.Direction;
import java.util.Comparator;

/**
 * Which call the middle of the window is about. A call talked on comes first; then the write-up, so that a call that
 * rings meanwhile takes nothing from under the agent's hands (the rail shows it); then what rings.
 */
final class StageModel extends PresentationModel {
    private final PhoneModel phone;
    private final WrapUpModel wrapUps;
    private Stage stage;

    StageModel(PhoneModel phone, WrapUpModel wrapUps) {
        this.phone = phone;
        this.wrapUps = wrapUps;
        stage = staged();
        phone.listen(this::restage);
        wrapUps.listen(this::restage);
    }

    private void restage() {
        Stage now = staged();
        if (now.equals(stage)) return;
        stage = now;
        changed();
    }

    private Stage staged() {
        if (phone.talking() || isDialling())
            return new Stage.Talking(whose(phone.primary().orElseThrow()).id());
        return wrapUps.current()
                .<Stage>map(c -> new Stage.WritingUp(c.id()))
                .or(() -> phone.ringing().map(c -> new Stage.Ringing(c.id())))
                .orElseGet(Stage.Idle::new);
    }

    /** Whoever is called while somebody waits is asked about them: the screen stays with who waits. */
    private Call whose(Call primary) {
        if (primary.direction() != Direction.OUTBOUND) return primary;
        return phone.others().stream()
                .filter(c -> c.state() == ConnectionState.HOLD && c.began().isBefore(primary.began()))
                .min(Comparator.comparing(Call::began))
                .orElse(primary);
    }

    private boolean isDialling() {
        return phone.primary()
                .filter(c -> !PhoneModel.isRinging(c))
                .map(Call::id)
                .isPresent();
    }

    Stage stage() {
        return stage;
    }
}
