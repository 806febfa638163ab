package amends.desktop.customers;

import amends.desktop.customers.CustomersModel.Part;
import java.nio.file.Path;

/** What is done on the page for its pictures. */
public final class CustomersGalleryActs {
    private CustomersGalleryActs() {}

    public static void finds(CustomersModel model) {
        model.find("王");
        model.choose(model.found().getFirst());
        model.show();
    }

    public static void erases(CustomersModel model) {
        finds(model);
        model.beginErasing();
        model.erase("on request");
    }

    public static void imports(CustomersModel model) {
        model.go(Part.IMPORT);
        model.table().open(Path.of("customers.csv"));
        model.table().check();
    }

    public static void pairs(CustomersModel model) {
        model.go(Part.DUPLICATES);
        model.duplicates().choose(model.duplicates().pairs().getFirst());
    }
}
