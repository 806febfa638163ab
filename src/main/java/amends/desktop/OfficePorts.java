package amends.desktop;

import amends.desktop.DesktopPorts.Surroundings;
import amends.media.AudioDevices;
import amends.quality.Inspector;
import amends.staff.ImprovementBox;
import amends.staff.StaffMember;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Everything the window of somebody without a phone needs.
 *
 * @param member who is signed in
 * @param devices where a recording is heard, and who tells what is wrong with the sound
 * @param colleague their names; blocks
 * @param databaseAway whether the database does not answer at present; blocks
 */
public record OfficePorts(
        StaffMember member,
        Inspector inspector,
        AudioDevices devices,
        BooleanSupplier databaseAway,
        ImprovementBox improvements,
        Function<UUID, String> colleague,
        Surroundings around) {}
