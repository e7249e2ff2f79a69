package dev.pedigree.cli;

import dev.pedigree.verdict.Strength;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a step of the verbal scale, for example "moderately-strong". */
final class StrengthConverter implements ITypeConverter<Strength> {
    @Override
    public Strength convert(String value) {
        for (Strength strength : Strength.values()) {
            String id = strength.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (strength.compareTo(Strength.WEAK) >= 0 && id.equals(value)) {
                return strength;
            }
        }
        throw new TypeConversionException(
                "need weak, moderate, moderately-strong, strong, very-strong or extremely-strong, got '" + value + "'");
    }
}
