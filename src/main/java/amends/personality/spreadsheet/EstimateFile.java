package amends.personality.spreadsheet;

import amends.personality.CustomerType;
import amends.personality.Likelihood;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes {@code customer,p_expressive,observations,shown}. */
public final class EstimateFile {
    private EstimateFile() {}

    /** All of it or nothing: what stood there before stays until the last line is written. */
    public static void write(Path file, Map<String, Likelihood> estimates) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try {
            writeWhole(beside, estimates);
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    private static void writeWhole(Path file, Map<String, Likelihood> estimates) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                var printer = new CSVPrinter(
                        writer,
                        CSVFormat.RFC4180.builder().setRecordSeparator('\n').get())) {
            printer.printRecord("customer", "p_expressive", "observations", "shown");
            for (var entry : estimates.entrySet()) {
                Likelihood found = entry.getValue();
                printer.printRecord(
                        harmless(entry.getKey()),
                        String.format(Locale.ROOT, "%.6f", found.expressive()),
                        found.observations(),
                        found.shown().map(EstimateFile::word).orElse("unknown"));
            }
        }
    }

    private static String word(CustomerType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    /** No cell is a formula where somebody opens it as a sheet; numbers keep their signs. */
    private static String harmless(String cell) {
        boolean isFormula = cell.matches("[=@].*|[+-](?!\\d+$).*");
        return isFormula ? "'" + cell : cell;
    }
}
