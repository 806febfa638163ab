package amends.media;

/** Devices that can be chosen while the desk runs. What is chosen holds from the next opening on. Any thread. */
public interface DeviceChoice {
    /** Asks the system, where no sound flows; blocks. */
    SoundBoard.Devices devices();

    SoundWishes wishes();

    /** For this run and the next ones. @return whether it is remembered for those */
    boolean choose(SoundWishes wishes);

    /** Rings where it is wished at the time. */
    Ringer ringer();
}
