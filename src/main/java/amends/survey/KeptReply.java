package amends.survey;

import java.time.Instant;
import java.util.UUID;

/** A message that answers a survey, as it came. @param id the message's */
public record KeptReply(UUID id, UUID survey, ReplyKind kind, String text, Instant at) {}
