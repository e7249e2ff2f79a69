package dev.pedigree.benchmarks;

import dev.pedigree.benchmarks.AccuracyFingerprints.Selection;
import dev.pedigree.compare.Calibrator;
import dev.pedigree.fingerprint.Fingerprint;
import dev.pedigree.reference.LibraryBuilder;
import dev.pedigree.reference.ModelTable;
import dev.pedigree.reference.ReferenceLibrary;
import dev.pedigree.reference.ReferenceModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Libraries made from folders of answers, each made once. */
final class AccuracyLibraries {
    /** As the library that ships is called, which is made of the same folders. */
    private static final String NAME = "default";

    private final AccuracyFingerprints prints;
    private final ModelTable table = ModelTable.builtIn();
    private final Map<String, ReferenceLibrary> made = new HashMap<>();

    AccuracyLibraries(AccuracyFingerprints prints) {
        this.prints = prints;
    }

    AccuracyFingerprints prints() {
        return prints;
    }

    /**
     * A library.
     *
     * @param folders one for each prompt set; none for the library that ships with Pedigree
     * @param selection which answers
     * @return the library, not calibrated if it was made from folders
     */
    ReferenceLibrary of(List<Path> folders, Selection selection) throws IOException {
        String key = folders + " " + selection;
        if (!made.containsKey(key)) {
            made.put(key, folders.isEmpty() ? ReferenceLibrary.builtIn() : without(m -> false, folders, selection));
        }
        return made.get(key);
    }

    /** A library with a calibration from its own models. */
    ReferenceLibrary calibrated(List<Path> folders) throws IOException {
        String key = "calibrated " + folders;
        if (!made.containsKey(key)) {
            LibraryBuilder builder = builder(m -> false, folders, Selection.ALL);
            made.put(
                    key,
                    folders.isEmpty()
                            ? ReferenceLibrary.builtIn()
                            : Calibrator.calibrate(builder.build(NAME), builder.buildForUnseenPrompts(NAME)));
        }
        return made.get(key);
    }

    /** A library in which nothing was learned from some models. */
    ReferenceLibrary without(Predicate<ReferenceModel> leftOut, List<Path> folders, Selection selection)
            throws IOException {
        return builder(leftOut, folders, selection).build("library");
    }

    private LibraryBuilder builder(Predicate<ReferenceModel> leftOut, List<Path> folders, Selection selection)
            throws IOException {
        LibraryBuilder builder = ReferenceLibrary.builder();
        for (Path folder : folders) {
            prints.folder(folder, selection).forEach((name, print) -> {
                ReferenceModel model = table.get(name);
                if (!leftOut.test(model)) {
                    builder.add(folder.getFileName().toString(), model, print);
                }
            });
        }
        return builder;
    }

    /** The fingerprints of the references, all prompt sets of one together; those that can stand in a cohort alone. */
    Map<String, Fingerprint> references(List<Path> folders, Selection selection) throws IOException {
        Map<String, Fingerprint> references = new LinkedHashMap<>();
        for (Path folder : folders) {
            prints.folder(folder, selection).forEach((name, print) -> {
                if (table.get(name).kind().standsInCohort()) {
                    references.merge(name, print, Fingerprint::merge);
                }
            });
        }
        return references;
    }
}
