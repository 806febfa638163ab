package amends.knowledge;

import java.util.List;

/** An answer nobody asked for. @param because what brought it, the weightiest first; never empty */
public record Suggestion(Hit hit, List<Cue> because) {
    public Suggestion {
        because = List.copyOf(because);
    }
}
