package amends.knowledge;

/** An article as it was found outside. @param name where, for people: a file's path */
public record ArticleSource(String name, ArticleText text) {}
