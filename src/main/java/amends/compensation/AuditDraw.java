package amends.compensation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A list of grants to be looked into, drawn by lot: from each member's grants in proportion, within a member's each one
 * equally likely. The same seed over the same grants draws the same list again.
 *
 * @param since @param until when they were given, the second exclusive
 * @param size wished; fewer where there are fewer
 */
public record AuditDraw(UUID id, long seed, UUID drawnBy, Instant at, Instant since, Instant until, int size) {
    /** @param given all grants of that time, in any order @return in the order in which they are looked into */
    public List<Grant> drawn(Collection<Grant> given) {
        var random = new Random(seed);
        var strata = given.stream()
                .sorted(Comparator.comparing(Grant::id))
                .collect(Collectors.groupingBy(Grant::asker, TreeMap::new, Collectors.toCollection(ArrayList::new)));
        int wanted = Math.min(size, given.size());
        record Place(Grant grant, double at) {}
        var places = new ArrayList<Place>();
        for (List<Grant> stratum : strata.values()) {
            Collections.shuffle(stratum, random);
            // One random start for each stratum: its places lie evenly on the line, so shares are in proportion.
            double start = random.nextDouble();
            for (int i = 0; i < stratum.size(); i++)
                places.add(new Place(stratum.get(i), (i + start) / stratum.size()));
        }
        return places.stream()
                .sorted(Comparator.comparingDouble(Place::at)
                        .thenComparing(p -> p.grant().id()))
                .limit(wanted)
                .map(Place::grant)
                .toList();
    }
}
