package amends.desktop.customers;

import amends.customer.ImportKind;
import amends.desktop.customers.CustomersModel.Part;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** What is done on the page for its pictures, step by step. */
public final class CustomersGalleryActs {
    public static final List<Consumer<CustomersModel>> FINDS = List.of(
            model -> model.find("王"), model -> model.choose(model.found().getFirst()), CustomersModel::show);
    public static final List<Consumer<CustomersModel>> ERASES = List.of(
            model -> model.find("王"),
            model -> model.choose(model.found().getFirst()),
            CustomersModel::show,
            CustomersModel::beginErasing,
            model -> model.erase("on request"));
    public static final List<Consumer<CustomersModel>> IMPORTS = List.of(
            model -> model.go(Part.IMPORT),
            model -> model.table().open(Path.of("customers.csv")),
            model -> model.table().check());
    public static final List<Consumer<CustomersModel>> LETTERS = List.of(
            model -> model.go(Part.IMPORT),
            model -> model.table().holds(ImportKind.LETTERS),
            model -> model.table().open(Path.of("letters.csv")),
            model -> model.table().check());
    public static final List<Consumer<CustomersModel>> PAIRS = List.of(
            model -> model.go(Part.DUPLICATES),
            model -> model.duplicates().choose(model.duplicates().pairs().getFirst()));

    private CustomersGalleryActs() {}
}
