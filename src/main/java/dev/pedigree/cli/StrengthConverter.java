package dev.pedigree.cli;

import dev.pedigree.verdict.Strength;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a step of the verbal scale that speaks for a candidate, for example "moderately-strong". */
final class StrengthConverter implements ITypeConverter<Strength> {
    @Override
    public Strength convert(String value) {
        return steps().filter(step -> id(step).equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "need one of " + String.join(", ", new Ids()) + ", got '" + value + "'"));
    }

    private static Stream<Strength> steps() {
        return Stream.of(Strength.values()).filter(step -> step.compareTo(Strength.WEAK) >= 0);
    }

    private static String id(Strength step) {
        return step.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What may be given, for the completion of shells. */
    static final class Ids implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return steps().map(StrengthConverter::id).iterator();
        }
    }
}
