package amends.knowledge.lucene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts as vectors of length one over their terms, the rarer a term among them the longer that way, and how alike they
 * are: the cosine. For some thousand texts, in memory. Unchangeable; any thread.
 */
final class TermVectors {
    /** Where a term stands: in which of the texts, and how much of each it is. */
    private record Places(int[] texts, float[] shares, double rarity) {}

    private final Map<String, Places> places = new HashMap<>();
    private final int size;
    private final int power;

    /** @param texts of each its terms with how much they count @param power with which rarity counts */
    TermVectors(List<Map<String, Float>> texts, int power) {
        size = texts.size();
        this.power = power;
        Map<String, List<Integer>> in = new HashMap<>();
        for (int i = 0; i < size; i++)
            for (String term : texts.get(i).keySet())
                in.computeIfAbsent(term, t -> new ArrayList<>()).add(i);
        double[] lengths = new double[size];
        in.forEach((term, all) -> {
            double rarity = rarity(all.size());
            for (int i : all) lengths[i] += texts.get(i).get(term) * rarity;
        });
        in.forEach((term, all) -> {
            double rarity = rarity(all.size());
            var shares = new float[all.size()];
            for (int k = 0; k < shares.length; k++)
                shares[k] = (float) Math.sqrt(texts.get(all.get(k)).get(term) * rarity / lengths[all.get(k)]);
            places.put(term, new Places(all.stream().mapToInt(Integer::intValue).toArray(), shares, rarity));
        });
    }

    private double rarity(int in) {
        return Math.pow(Math.log(1 + (size - in + 0.5) / (in + 0.5)), power);
    }

    int size() {
        return size;
    }

    /** How alike another text is to each, 0 to 1. @param terms of it, with how much they count */
    float[] alike(Map<String, Float> terms) {
        double length = 0;
        var alike = new float[size];
        for (Map.Entry<String, Float> term : terms.entrySet()) {
            Places at = places.get(term.getKey());
            double says = term.getValue() * (at == null ? rarity(0) : at.rarity());
            length += says;
            if (at == null) continue;
            float part = (float) Math.sqrt(says);
            for (int k = 0; k < at.texts.length; k++) alike[at.texts[k]] += part * at.shares[k];
        }
        if (length > 0) for (int i = 0; i < size; i++) alike[i] /= (float) Math.sqrt(length);
        return alike;
    }

    /** How alike each is to each. */
    float[][] alike() {
        var alike = new float[size][size];
        for (Places at : places.values())
            for (int k = 0; k < at.texts.length; k++) {
                float[] row = alike[at.texts[k]];
                for (int l = 0; l < at.texts.length; l++) row[at.texts[l]] += at.shares[k] * at.shares[l];
            }
        return alike;
    }
}
