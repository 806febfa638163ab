package amends.knowledge;

/** Puts Chinese into the script and the words its reader is used to. Any thread; never fails. */
public interface ReadersScript {
    /** Simplified Chinese as it is written in Taiwan; other text stays as it is. */
    String inTraditional(String simplified);
}
