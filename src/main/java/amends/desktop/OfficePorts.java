package amends.desktop;

import amends.desktop.DesktopPorts.Surroundings;
import amends.media.AudioDevices;
import amends.quality.Inspector;
import amends.staff.StaffMember;
import java.util.function.BooleanSupplier;

/**
 * Everything the window of somebody without a phone needs.
 *
 * @param member who is signed in
 * @param devices where a recording is heard, and who tells what is wrong with the sound
 * @param databaseAway whether the database does not answer at present; blocks
 */
public record OfficePorts(
        StaffMember member,
        Inspector inspector,
        AudioDevices devices,
        BooleanSupplier databaseAway,
        Surroundings around) {}
