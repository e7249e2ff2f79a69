package dev.pedigree.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as text, with the same digits on every JDK. */
public final class Decimals {
    private static final MathContext SIX = new MathContext(6, RoundingMode.HALF_EVEN);
    private static final MathContext TWO = new MathContext(2, RoundingMode.HALF_EVEN);
    private static final int PLAIN_POWERS = 9;

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

    /**
     * A number with at most two significant digits, for sentences.
     *
     * @param value a finite number
     * @return its text, for example "0.042"
     */
    public static String rounded(double value) {
        return value == 0
                ? "0"
                : new BigDecimal(value).round(TWO).stripTrailingZeros().toPlainString();
    }

    /**
     * A likelihood ratio to two significant digits, as a fraction where it is below one.
     *
     * @param log10 its logarithm to base 10, finite
     * @return its text, for example "1,300" or "1/2.5"
     */
    public static String ratio(double log10) {
        if (log10 >= 0) {
            return power(log10);
        }
        String inverse = power(-log10);
        return inverse.equals("1") ? "1" : "1/" + inverse;
    }

    private static String power(double log10) {
        if (log10 > PLAIN_POWERS) {
            return "10^" + fixed(log10, 0);
        }
        String plain = rounded(StrictMath.pow(10, log10));
        StringBuilder grouped = new StringBuilder(plain);
        for (int at = plain.indexOf('.') < 0 ? plain.length() - 3 : 0; at > 0; at -= 3) {
            grouped.insert(at, ',');
        }
        return grouped.toString();
    }
}
