package amends.customer.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A JSON answer and the words at its places. Deep, long and endless ones are refused by the reader's limits. */
final class JsonWords {
    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 100;
    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(LONGEST_NUMBER)
                    .maxStringLength(BoundedBody.MOST_BYTES)
                    .build())
            .build());
    private final JsonNode root;

    private JsonWords(JsonNode root) {
        this.root = root;
    }

    /** @throws IOException when it is no JSON, or beyond the limits */
    static JsonWords of(byte[] body) throws IOException {
        JsonNode root = MAPPER.readTree(body);
        if (root == null || root.isMissingNode()) throw new IOException("an empty answer");
        return new JsonWords(root);
    }

    boolean has(String pointer) {
        JsonNode node = root.at(JsonPointer.compile(pointer));
        return !node.isMissingNode() && !node.isNull();
    }

    /** None where there is nothing, or something that is no word, number or list of such. */
    List<String> at(String pointer) {
        JsonNode node = root.at(JsonPointer.compile(pointer));
        if (!node.isArray()) return word(node);
        var words = new ArrayList<String>();
        node.forEach(one -> words.addAll(word(one)));
        return words;
    }

    private static List<String> word(JsonNode node) {
        return node.isValueNode() && !node.isNull() && !node.asText().isBlank() ? List.of(node.asText()) : List.of();
    }
}
