package amends.pbx;

import amends.kernel.PlainText;

/**
 * A telephone inside the house.
 *
 * @param name what is dialled and what its owner signs in with: letters, digits, {@code . _ -}
 */
public record Extension(String name, String password, String displayName) {
    private static final int DISPLAYED = 60;

    public Extension {
        if (!name.matches("[A-Za-z0-9._-]{1,32}")) throw new IllegalArgumentException("extension name");
        displayName = PlainText.line(displayName, DISPLAYED);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "Extension[" + name + "]";
    }
}
