package amends.customer;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the rows of an imported table are, and what its columns can be then. */
public enum ImportKind {
    CUSTOMERS(EnumSet.complementOf(EnumSet.range(ImportField.WAY, ImportField.SEVERITY))),
    /** What customers wrote, and the complaints in it. */
    LETTERS(letters());

    private final Set<ImportField> fields;

    ImportKind(Set<ImportField> fields) {
        this.fields = fields;
    }

    private static Set<ImportField> letters() {
        Set<ImportField> all = EnumSet.range(ImportField.WAY, ImportField.SEVERITY);
        all.addAll(List.of(ImportField.OUTSIDE_ID, ImportField.NUMBER, ImportField.NONE));
        return all;
    }

    public List<ImportField> fields() {
        return List.copyOf(fields);
    }

    /** What each column of a table most likely is; a field that only one column can be goes to the first. */
    public List<ImportField> guess(Table table) {
        var columns = new ArrayList<ImportField>();
        for (String heading : table.header()) {
            ImportField field = ImportField.guess(heading, fields);
            columns.add(field != ImportField.NUMBER && columns.contains(field) ? ImportField.NONE : field);
        }
        return columns;
    }
}
