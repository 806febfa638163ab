package amends.desktop.look;

/** Light, dark, or as the system has it. */
public enum Theme {
    LIGHT,
    DARK,
    SYSTEM
}
