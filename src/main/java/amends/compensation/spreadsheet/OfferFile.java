package amends.compensation.spreadsheet;

import amends.compensation.Offer;
import amends.compensation.OfferList;
import amends.compensation.Option;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes the offers of each case, the best first:
 * {@code case,rank,option,form,value,cost,currency,expected_lift,low,high,cases,why}. A case for which the policy gives
 * nothing has one line of rank 0.
 */
public final class OfferFile {
    private OfferFile() {}

    /** All of it or nothing: what stood there before stays until the last line is written. */
    public static void write(Path file, Map<String, OfferList> offers) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try (BufferedWriter writer = Files.newBufferedWriter(beside, StandardCharsets.UTF_8);
                var printer = new CSVPrinter(
                        writer,
                        CSVFormat.RFC4180.builder().setRecordSeparator('\n').get())) {
            printer.printRecord(
                    "case",
                    "rank",
                    "option",
                    "form",
                    "value",
                    "cost",
                    "currency",
                    "expected_lift",
                    "low",
                    "high",
                    "cases",
                    "why");
            for (var each : offers.entrySet()) print(printer, harmless(each.getKey()), each.getValue());
        }
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void print(CSVPrinter printer, String id, OfferList list) throws IOException {
        if (list.offers().isEmpty()) {
            String why =
                    list.row().isEmpty() ? "the policy gives nothing but an apology" : "nothing can be carried out now";
            printer.printRecord(id, 0, "", "", "", "", "", "", "", "", "", why);
        }
        int rank = 0;
        for (Offer offer : list.offers()) {
            Option option = offer.option();
            printer.printRecord(
                    id,
                    ++rank,
                    option.key(),
                    option.form().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    option.value().amount().toPlainString(),
                    option.cost().amount().toPlainString(),
                    option.value().currency().getCurrencyCode(),
                    figure(offer.expectedLift()),
                    figure(offer.low()),
                    figure(offer.high()),
                    offer.cases(),
                    offer.reasons().stream().map(OfferFile::words).collect(Collectors.joining("; ")));
        }
    }

    private static String words(Offer.Reason reason) {
        return switch (reason) {
            case Offer.Reason.Best best -> "the most good for its cost";
            case Offer.Reason.WorthTrying trying -> "little is known of it: worth trying";
            case Offer.Reason.Cheaper cheaper -> "as good as a dearer one";
            case Offer.Reason.Dearer dearer -> "does more good but costs more than that is worth";
            case Offer.Reason.Cases(var cases, var lift) ->
                cases + " cases after such a failure: lift " + figure(lift) + " on average";
            case Offer.Reason.OtherFailures(var cases) -> "judged by " + cases + " cases after other failures";
            case Offer.Reason.Believed believed -> "no case yet: what the policy believes";
        };
    }

    private static String figure(double number) {
        return String.format(Locale.ROOT, "%.4f", number);
    }

    /** No cell is a formula where somebody opens it as a sheet. */
    private static String harmless(String cell) {
        return cell.matches("(?s)[=@+\\t\\r-].*") && !cell.matches("-?[0-9]+") ? "'" + cell : cell;
    }
}
