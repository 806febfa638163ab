package amends.app;

import amends.desktop.DesktopPorts;
import amends.desktop.OfficePorts;
import amends.kernel.StoreAvailability;
import amends.kernel.Timekeeper;
import amends.media.AudioDevices;
import amends.quality.Inspector;
import amends.quality.NumberMask;
import amends.quality.ScorecardReader;
import amends.quality.jdbc.JdbcEvaluations;
import amends.quality.jdbc.JdbcInspectionList;
import amends.recording.PersonalLibrary;
import amends.staff.Permission;
import amends.staff.StaffMember;
import java.util.Optional;
import java.util.concurrent.Executor;

/** What one person may do with recordings, wired. */
final class QualityRoom {
    private final StoreRoom store;
    private final VaultRoom vault;
    private final Timekeeper time = Timekeeper.system();

    QualityRoom(StoreRoom store, VaultRoom vault) {
        this.store = store;
        this.vault = vault;
    }

    /** Their own recordings, and others' where that is given to them; each opening is logged. */
    PersonalLibrary library(StaffMember member) {
        return new PersonalLibrary(
                member, vault.recordings(), vault.library(), store.audit(), store.database(), time, store.keys());
    }

    /** Empty for whom others' recordings are not. */
    Optional<Inspector> inspector(StaffMember member, String homeRegion) {
        if (!Permission.LISTEN_TO_ANY_RECORDING.isGivenTo(member)) return Optional.empty();
        var books = new Inspector.Books(
                new JdbcInspectionList(store.database(), new NumberMask(homeRegion)),
                new JdbcEvaluations(store.database()),
                library(member),
                store.audit(),
                store.database(),
                ScorecardReader.standard());
        return Optional.of(new Inspector(member, books, time));
    }

    /**
     * The ports of a window without a phone.
     *
     * @throws Trouble when there is nothing such a window could show this person
     */
    OfficePorts office(
            StaffMember member, AudioDevices devices, String homeRegion, Executor background, WindowPorts.Hooks hooks) {
        Inspector inspector = inspector(member, homeRegion)
                .orElseThrow(() -> new Trouble(
                        Exit.FAILED,
                        member.login() + " has no role that takes calls or inspects recordings: ask the team lead."));
        return new OfficePorts(
                member,
                inspector,
                devices,
                () -> !(store.database().availability() instanceof StoreAvailability.Available),
                new ReportRoom(store).improvements(member),
                id -> WindowPorts.name(store, id),
                new DesktopPorts.Surroundings(
                        time, background, homeRegion, hooks.painted(), hooks.closed(), hooks.seats()));
    }
}
