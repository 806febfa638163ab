package amends.app;

import amends.customer.AddressTemplate;
import amends.customer.OutsideField;
import amends.customer.OutsideMapping;
import amends.customer.OutsideSource;
import amends.customer.PageOnPop;
import amends.customer.http.HttpOutsideSource;
import amends.customer.jdbc.JdbcOutsideSource;
import amends.kernel.Secret;
import amends.kernel.yaml.YamlMap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The part of {@code amends.yaml} about other systems that know customers. */
record OutsideSettings(List<Source> sources, Page page) {
    private static final int DEADLINE = 3000;
    private static final String NAME = "[A-Za-z0-9 ._-]{1,40}";

    /** One source, not yet asked or connected. */
    record Source(String name, java.util.function.Function<Executor, OutsideSource> opened) {}

    /** @param idsOf whose ids of customers it understands */
    record Page(Optional<AddressTemplate> address, PageOnPop.When when, String idsOf) {}

    private enum Kind {
        HTTP,
        JDBC
    }

    static OutsideSettings read(YamlMap outside, String homeRegion) {
        var sources = new ArrayList<Source>();
        var names = new HashSet<String>();
        for (YamlMap one : outside.maps("sources")) {
            Optional<Source> source = source(one, homeRegion);
            source.filter(s -> !names.add(s.name()))
                    .ifPresent(s -> one.mistake("name", "is there twice: '" + s.name() + "'"));
            source.ifPresent(sources::add);
        }
        YamlMap page = outside.map("page");
        return new OutsideSettings(
                List.copyOf(sources),
                new Page(
                        page.parsed(
                                "url",
                                Optional.empty(),
                                "an address with {number}, {national} or {id}",
                                text -> text.isBlank()
                                        ? Optional.empty()
                                        : Optional.of(AddressTemplate.of(text, homeRegion))),
                        page.choice("when", PageOnPop.When.ANSWERED),
                        page.text("ids-of", "core")));
    }

    private static Optional<Source> source(YamlMap one, String homeRegion) {
        String name = named(one);
        Kind kind = one.choice("kind", Kind.HTTP);
        var common = new Common(
                name,
                one.text("ids-of", "core"),
                Duration.ofMillis(one.integer("deadline-ms", DEADLINE, 100, 30_000)),
                one.yesOrNo("needs-consent", false),
                mapping(one, kind));
        return switch (kind) {
            case HTTP -> http(one, common, homeRegion);
            case JDBC -> jdbc(one, common, homeRegion);
        };
    }

    private record Common(String name, String idsOf, Duration deadline, boolean needsConsent, OutsideMapping mapping) {}

    private static String named(YamlMap one) {
        String name = one.required("name");
        if (!name.isBlank() && !name.matches(NAME)) one.mistake("name", "should be at most 40 letters, digits, . _ -");
        return name;
    }

    private static OutsideMapping mapping(YamlMap one, Kind kind) {
        Consumer<String> check = kind == Kind.HTTP ? HttpOutsideSource::check : JdbcOutsideSource::check;
        String shape = kind == Kind.HTTP ? "a JSON pointer like /customer/name" : "a column";
        YamlMap fields = one.map("fields");
        var mapped = new LinkedHashMap<OutsideField, String>();
        for (OutsideField field : OutsideField.values()) {
            String key = field.name().toLowerCase(Locale.ROOT);
            String place = fields.parsed(key, "", shape, text -> checked(text, check));
            if (!place.isEmpty()) mapped.put(field, place);
        }
        var facts = new LinkedHashMap<String, String>();
        for (YamlMap fact : one.maps("facts")) {
            String place = fact.parsed("at", "", shape, text -> checked(text, check));
            String name = fact.required("name");
            if (place.isEmpty()) fact.required("at");
            else facts.put(name, place);
        }
        List<String> tags = one.each("tags", List.of(), shape, text -> checked(text, check));
        if (mapped.isEmpty() && facts.isEmpty() && tags.isEmpty())
            one.mistake("says nothing of what is wanted: fields, facts or tags");
        return new OutsideMapping(mapped, facts, tags);
    }

    private static String checked(String text, Consumer<String> check) {
        check.accept(text);
        return text;
    }

    private static Optional<String> mistaken(Runnable check) {
        try {
            check.run();
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    private static Optional<Source> http(YamlMap one, Common common, String homeRegion) {
        Optional<AddressTemplate> address = one.parsed(
                "url",
                Optional.empty(),
                "an address with {number}, {national} or {id}",
                text -> Optional.of(AddressTemplate.of(text, homeRegion)));
        String header = one.parsed("header", "Authorization", "a header's name", text -> {
            if (!text.matches("[A-Za-z0-9-]{1,60}")) throw new IllegalArgumentException();
            HttpOutsideSource.checkHeader(text, Secret.of(""));
            return text;
        });
        var secret = one.secret("secret", "");
        mistaken(() -> HttpOutsideSource.checkHeader(header, secret)).ifPresent(why -> one.mistake("secret", why));
        Optional<String> present = one.parsed("found-when", Optional.empty(), "a JSON pointer", text -> {
            HttpOutsideSource.check(text);
            return Optional.of(text).filter(place -> !place.isEmpty());
        });
        if (address.isEmpty()) {
            if (!one.has("url")) one.required("url");
            return Optional.empty();
        }
        var facing = new HttpOutsideSource.Facing(
                common.name(),
                common.idsOf(),
                address.get(),
                header,
                secret,
                common.deadline(),
                common.needsConsent(),
                present,
                common.mapping());
        return Optional.of(new Source(common.name(), threads -> new HttpOutsideSource(facing, threads)));
    }

    private static Optional<Source> jdbc(YamlMap one, Common common, String homeRegion) {
        String url = one.required("url");
        if (!url.isBlank() && !url.startsWith("jdbc:")) one.mistake("url", "should begin with jdbc:");
        else if (!url.isBlank())
            mistaken(() -> JdbcOutsideSource.checkDriver(url)).ifPresent(why -> one.mistake("url", why));
        var facing = new JdbcOutsideSource.Facing(
                common.name(),
                common.idsOf(),
                url,
                one.text("user", ""),
                one.secret("password", ""),
                column(one, "view"),
                column(one, "key"),
                one.choice("key-holds", JdbcOutsideSource.Key.NUMBER),
                homeRegion,
                common.deadline(),
                common.needsConsent(),
                common.mapping());
        return Optional.of(new Source(common.name(), threads -> new JdbcOutsideSource(facing)));
    }

    private static String column(YamlMap one, String key) {
        if (!one.has(key)) return one.required(key);
        return one.parsed(key, "", "a name of letters, digits and _", text -> checked(text, JdbcOutsideSource::check));
    }
}
