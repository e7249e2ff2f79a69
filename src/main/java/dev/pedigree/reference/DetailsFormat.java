package dev.pedigree.reference;

import dev.pedigree.feature.FeatureFamily;
import dev.pedigree.feature.PhrasePlace;
import dev.pedigree.fingerprint.FormatException;
import dev.pedigree.fingerprint.Script;
import dev.pedigree.stats.Estimate;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The part of a library's bytes that holds {@link AnswerTraits}, {@link CalibrationDetails} and a {@link PhraseBook}. */
final class DetailsFormat {
    private static final int MAX_ITEMS = 1 << 16;

    private DetailsFormat() {}

    static void traits(DataOutputStream out, AnswerTraits traits) throws IOException {
        out.writeLong(traits.responses());
        out.writeDouble(traits.medianTokens());
        shares(out, traits.shares());
        out.writeInt(traits.languages().size());
        for (Map.Entry<String, Double> language : traits.languages().entrySet()) {
            out.writeUTF(language.getKey());
            out.writeFloat(language.getValue().floatValue());
        }
        out.writeInt(traits.scripts().size());
        for (Map.Entry<Script, Double> script : traits.scripts().entrySet()) {
            out.writeUTF(script.getKey().name());
            out.writeFloat(script.getValue().floatValue());
        }
    }

    static AnswerTraits traits(ByteReader in) throws FormatException {
        long at = in.offset();
        long responses = in.int64();
        double median = in.float64();
        Map<Trait, Double> shares = shares(in);
        TreeMap<String, Double> languages = new TreeMap<>();
        for (int n = in.count(MAX_ITEMS, 6, "languages"); n > 0; n--) {
            languages.put(in.text(), (double) in.float32());
        }
        Map<Script, Double> scripts = new EnumMap<>(Script.class);
        for (int n = in.count(Script.values().length, 6, "scripts"); n > 0; n--) {
            scripts.put(in.constant(Script.class, "script"), (double) in.float32());
        }
        try {
            return new AnswerTraits(responses, median, shares, languages, scripts);
        } catch (IllegalArgumentException e) {
            throw new FormatException(at, "expected the traits of answers: " + e.getMessage());
        }
    }

    private static void shares(DataOutputStream out, Map<Trait, Double> shares) throws IOException {
        out.writeInt(shares.size());
        for (Map.Entry<Trait, Double> share : shares.entrySet()) {
            out.writeUTF(share.getKey().name());
            out.writeFloat(share.getValue().floatValue());
        }
    }

    private static Map<Trait, Double> shares(ByteReader in) throws FormatException {
        Map<Trait, Double> shares = new EnumMap<>(Trait.class);
        for (int n = in.count(Trait.values().length, 6, "traits"); n > 0; n--) {
            shares.put(in.constant(Trait.class, "trait"), (double) in.float32());
        }
        return shares;
    }

    static void details(DataOutputStream out, CalibrationDetails details) throws IOException {
        CalibrationCoverage coverage = details.coverage();
        out.writeInt(coverage.models());
        shares(out, coverage.usual());
        out.writeDouble(coverage.shortest());
        out.writeDouble(coverage.longest());
        out.writeUTF(String.join(" ", coverage.languages()));
        out.writeInt(coverage.scripts().size());
        for (Script script : coverage.scripts()) {
            out.writeUTF(script.name());
        }
        out.writeInt(details.parts().size());
        for (CalibrationDetails.Part part : details.parts()) {
            out.writeInt(part.families().size());
            for (FeatureFamily family : part.families()) {
                out.writeInt(family.id());
            }
            LearnedFormat.calibration(out, part.calibration());
        }
        out.writeInt(details.power().rows().size());
        for (PowerTable.Row row : details.power().rows()) {
            out.writeInt(row.answers());
            out.writeDouble(row.share());
            out.writeInt(row.families());
            out.writeDouble(row.probability().value());
            out.writeDouble(row.probability().low());
            out.writeDouble(row.probability().high());
            out.writeDouble(row.probability().level());
        }
    }

    static CalibrationDetails details(ByteReader in) throws FormatException {
        long at = in.offset();
        try {
            CalibrationCoverage coverage = coverage(in);
            List<CalibrationDetails.Part> parts = new ArrayList<>();
            for (int n = in.count(MAX_ITEMS, 8, "partial calibrations"); n > 0; n--) {
                Set<FeatureFamily> families = EnumSet.noneOf(FeatureFamily.class);
                for (int f = in.count(FeatureFamily.values().length, 4, "feature families"); f > 0; f--) {
                    families.add(PopulationFormat.family(in));
                }
                parts.add(new CalibrationDetails.Part(families, LearnedFormat.calibration(in)));
            }
            List<PowerTable.Row> rows = new ArrayList<>();
            for (int n = in.count(MAX_ITEMS, 48, "measurements of power"); n > 0; n--) {
                rows.add(new PowerTable.Row(
                        in.int32(),
                        in.float64(),
                        in.int32(),
                        new Estimate(in.float64(), in.float64(), in.float64(), in.float64())));
            }
            return new CalibrationDetails(coverage, parts, new PowerTable(rows));
        } catch (IllegalArgumentException e) {
            throw new FormatException(at, "expected what belongs to a calibration: " + e.getMessage());
        }
    }

    private static CalibrationCoverage coverage(ByteReader in) throws FormatException {
        int models = in.int32();
        Map<Trait, Double> usual = shares(in);
        double shortest = in.float64();
        double longest = in.float64();
        String tags = in.text();
        SortedSet<String> languages = new TreeSet<>(tags.isEmpty() ? List.of() : List.of(tags.split(" ")));
        Set<Script> scripts = EnumSet.noneOf(Script.class);
        for (int n = in.count(Script.values().length, 2, "scripts"); n > 0; n--) {
            scripts.add(in.constant(Script.class, "script"));
        }
        return new CalibrationCoverage(models, usual, shortest, longest, languages, scripts);
    }

    static void phrases(DataOutputStream out, PhraseBook book) throws IOException {
        out.writeInt(book.phrases().size());
        for (Map.Entry<FeatureFamily, SortedMap<Integer, PhraseBook.Phrase>> family :
                book.phrases().entrySet()) {
            out.writeInt(family.getKey().id());
            out.writeInt(family.getValue().size());
            for (Map.Entry<Integer, PhraseBook.Phrase> phrase :
                    family.getValue().entrySet()) {
                out.writeInt(phrase.getKey());
                out.writeByte(phrase.getValue().place().ordinal());
                out.writeUTF(phrase.getValue().words());
            }
        }
    }

    static PhraseBook phrases(ByteReader in) throws FormatException {
        Map<FeatureFamily, SortedMap<Integer, PhraseBook.Phrase>> phrases = new EnumMap<>(FeatureFamily.class);
        for (int n = in.count(FeatureFamily.values().length, 8, "families of phrases"); n > 0; n--) {
            FeatureFamily family = PopulationFormat.family(in);
            SortedMap<Integer, PhraseBook.Phrase> book = new TreeMap<>();
            for (int k = in.count(MAX_ITEMS, 7, "phrases"); k > 0; k--) {
                int feature = in.int32();
                long at = in.offset();
                int place = in.int8();
                if (place < 0 || place >= PhrasePlace.values().length) {
                    throw new FormatException(at, "expected the place of a phrase, found " + place);
                }
                book.put(feature, new PhraseBook.Phrase(PhrasePlace.values()[place], in.text()));
            }
            phrases.put(family, book);
        }
        return new PhraseBook(phrases);
    }
}
