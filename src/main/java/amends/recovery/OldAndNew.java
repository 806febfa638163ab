package amends.recovery;

/** What a customer was told, and what is right. */
public record OldAndNew(String told, String right) {}
