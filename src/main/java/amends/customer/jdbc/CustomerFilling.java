package amends.customer.jdbc;

import amends.customer.CustomerProfile.Tier;
import amends.kernel.Ids;
import amends.kernel.jdbc.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Fills a database with invented customers, many at once, to measure what a desk does with a large one. Numbers count
 * up from {@link #number}; the same seed makes the same people.
 */
public final class CustomerFilling {
    private static final int BATCH = 5_000;
    /** Fewer digits than any real mobile's, so that nobody's number is among them: +86 100 and eight digits. */
    private static final String PREFIX = "+86100";

    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰涛明超霞平刚桂英华玉兰建国志文海燕雪梅云龙春生凤秀";
    private static final String[] REGIONS = {"上海", "北京", "广州", "深圳", "成都", "杭州", "武汉", "西安", "", ""};
    private static final String[] NOTES = {"", "", "", "退款请回短信", "上午开会，下午联系", "讲粤语更顺"};

    private final Database database;
    private final Random random;

    public CustomerFilling(Database database, long seed) {
        this.database = database;
        random = new Random(seed);
    }

    /** The number of the customer of this place, from 0. */
    public static String number(int place) {
        return PREFIX + "%08d".formatted(place);
    }

    /** How many customers there are, invented or not. */
    public long customers() {
        return database.handle(
                h -> h.select("select count(*) from customer").mapTo(Long.class).one());
    }

    /** How many there are of those that this makes. */
    public long invented() {
        return database.handle(h -> h.select("select count(*) from customer_number where number like ?", PREFIX + "%")
                .mapTo(Long.class)
                .one());
    }

    /** Adds the customers of the places from {@code from} to before {@code until}. */
    public void fill(int from, int until) {
        Instant now = Instant.parse("2026-01-01T00:00:00Z");
        for (int at = from; at < until; at += BATCH) {
            int begin = at;
            int end = Math.min(until, at + BATCH);
            database.handle(h -> {
                PreparedBatch people = h.prepareBatch(
                        "insert into customer (id, name, tier, region, since, note, version) values (?, ?, ?, ?, ?, ?, 1)");
                PreparedBatch numbers =
                        h.prepareBatch("insert into customer_number (number, customer, place) values (?, ?, 0)");
                for (int place = begin; place < end; place++) {
                    var id = Ids.next();
                    people.bind(0, id)
                            .bind(1, name())
                            .bind(2, Tier.values()[(int) Math.min(3, Math.abs(random.nextGaussian() * 1.3))].name())
                            .bind(3, REGIONS[random.nextInt(REGIONS.length)])
                            .bind(4, now.minus(Duration.ofDays(random.nextInt(4000))))
                            .bind(5, NOTES[random.nextInt(NOTES.length)])
                            .add();
                    numbers.bind(0, number(place)).bind(1, id).add();
                }
                people.execute();
                numbers.execute();
                return null;
            });
        }
    }

    private String name() {
        int length = 1 + random.nextInt(2);
        var name = new StringBuilder().append(SURNAMES.charAt(random.nextInt(SURNAMES.length())));
        for (int i = 0; i < length; i++) name.append(GIVEN.charAt(random.nextInt(GIVEN.length())));
        return name.toString();
    }
}
