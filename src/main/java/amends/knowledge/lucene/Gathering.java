package amends.knowledge.lucene;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The terms of articles that Lucene has taken and not yet written, each article's under a number. Any thread. */
final class Gathering {
    private final Map<Integer, List<Counted>> articles = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    /** @param fields in the order of {@link ArticleTerms#FIELDS} @return from 1 */
    int add(List<Counted> fields) {
        bytes.addAndGet(bytes(fields));
        int number = last.incrementAndGet();
        articles.put(number, fields);
        return number;
    }

    /** Hands them over. */
    List<Counted> take(int number) {
        List<Counted> fields = articles.remove(number);
        if (fields == null) throw new IllegalStateException("the terms of an article are gone");
        bytes.addAndGet(-bytes(fields));
        return fields;
    }

    void clear() {
        for (Integer number : articles.keySet()) take(number);
    }

    /** About so much memory is taken. */
    long bytes() {
        return bytes.get();
    }

    private static long bytes(List<Counted> fields) {
        long bytes = 0;
        for (Counted field : fields) bytes += 40 + (long) Integer.BYTES * field.terms().length;
        return bytes;
    }
}
