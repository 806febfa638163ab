package amends.recovery;

import java.util.Optional;

/**
 * Why a customer complains: a place in the tree of causes.
 *
 * @param parent key of the wider cause; empty at the root
 */
public record Cause(String key, Optional<String> parent, Naming name) {}
