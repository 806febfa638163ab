package amends.app;

import amends.kernel.WorkingCalendar;
import amends.kernel.yaml.YamlCalendar;
import amends.kernel.yaml.YamlMap;
import amends.kernel.yaml.YamlMistakes;
import amends.promise.PromiseReceipts;
import amends.promise.PromiseRules;
import amends.promise.PromiseRulesFile;
import amends.promise.PromiseWording;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The parts of {@code amends.yaml} that say when people work and what can be promised.
 *
 * @param receipts whether customers get the code of what was promised by short message
 */
record PromiseSettings(PromiseRules rules, boolean receipts) {
    static PromiseSettings read(YamlMap promises, WorkingCalendar house) {
        PromiseRules shipped = PromiseRulesFile.shipped(house);
        return new PromiseSettings(
                promises.parsed("rules", shipped, "a file of rules", file -> rules(file, shipped)),
                promises.yesOrNo("receipts", true));
    }

    static WorkingCalendar calendar(YamlMap calendar) {
        return YamlCalendar.read(calendar, WorkingCalendar.usual(ZoneId.systemDefault()));
    }

    private static PromiseRules rules(String file, PromiseRules shipped) {
        if (file.isBlank()) return shipped;
        try {
            return PromiseRulesFile.read(Path.of(file), shipped.house());
        } catch (YamlMistakes e) {
            throw new IllegalArgumentException(System.lineSeparator() + e.getMessage(), e);
        }
    }

    /** A desk whose own database is all there is, and that carries no short messages, sends none. */
    static PromiseReceipts receipts(DeskSettings settings, Function<UUID, Optional<String>> languages) {
        boolean alone = settings.database().url().startsWith("jdbc:h2:");
        return new PromiseReceipts(
                settings.promises().receipts() && (settings.sms().enabled() || !alone),
                PromiseWording.valueOf(settings.survey().wording().name()),
                settings.survey().sender(),
                languages);
    }
}
