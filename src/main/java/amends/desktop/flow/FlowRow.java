package amends.desktop.flow;

import amends.desktop.FollowPorts.Earlier;
import amends.knowledge.Flow;
import java.util.Optional;

/** A flow that can be begun, or gone on with. @param title in the reader's script */
public record FlowRow(Flow flow, String title, Optional<Earlier> earlier) {}
