package dev.pedigree.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as text, with the same digits on every JDK. */
public final class Decimals {
    private static final MathContext SIX = new MathContext(6, RoundingMode.HALF_EVEN);

    private Decimals() {}

    /**
     * A number with at most six significant digits, without an exponent or trailing zeros.
     *
     * @param value a finite number
     * @return its text
     */
    public static String text(double value) {
        if (value == 0) {
            return "0";
        }
        return new BigDecimal(value).round(SIX).stripTrailingZeros().toPlainString();
    }

    /**
     * A number with a fixed count of digits after the point, rounded half to even.
     *
     * @param value a finite number
     * @param digits how many digits stand after the point, at least 0
     * @return its text; never "-0"
     */
    public static String fixed(double value, int digits) {
        BigDecimal rounded = new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? rounded.abs().toPlainString() : rounded.toPlainString();
    }
}
