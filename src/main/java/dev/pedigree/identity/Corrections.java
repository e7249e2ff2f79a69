package dev.pedigree.identity;

/** What a sentence takes back of one house or product by what it says of another. */
final class Corrections {
    private Corrections() {}

    /** "…, but X.": a mention that stands alone between a "but" and the end of its clause, in the place of one denied before. */
    static boolean isInstead(Tokens t, boolean[] claimed, int e) {
        int k = e - 1;
        while (t.is(k, Cue.DET | Cue.BY | Cue.OF | Cue.PREP | Cue.QUOTE | Cue.AGENT)) {
            k--;
        }
        return t.is(k, Cue.CONTRAST)
                && (t.is(k - 1, Cue.COMMA) || t.is(k - 1, Cue.ENTITY) && claimed[k - 1])
                && (e + 1 >= t.size() || t.is(e + 1, Cue.STOP | Cue.COMMA | Cue.SEMICOLON | Cue.CLOSE));
    }

    /** "Not X but Y made me", "Y, not X, made me": the mention of which is denied what is affirmed of that at e, or -1. */
    static int corrected(Tokens t, int e) {
        int other = before(t, e);
        if (other < 0) {
            int k = e + 1;
            while (t.is(k, Cue.COMMA | Cue.AND | Cue.QUOTE | Cue.CONTRAST)) {
                k++;
            }
            if (k == e + 1 || !t.is(k, Cue.NEG)) {
                return -1;
            }
            k++;
            while (t.is(k, Cue.DET | Cue.BY | Cue.OF | Cue.QUOTE | Cue.UPON)) {
                k++;
            }
            other = k;
        }
        return other;
    }

    /** The mention before "but" and after "not", or -1. */
    private static int before(Tokens t, int e) {
        int k = e - 1;
        while (t.is(k, Cue.DET | Cue.BY | Cue.OF | Cue.QUOTE | Cue.ADV)) {
            k--;
        }
        if (!t.is(k, Cue.CONTRAST)) {
            return -1;
        }
        k--;
        while (t.is(k, Cue.COMMA | Cue.QUOTE)) {
            k--;
        }
        for (int n = k - 1; n >= 0 && k - n < 5; n--) {
            if (t.is(n, Cue.NEG)) {
                return k;
            }
        }
        return -1;
    }

    /** "XではなくYに作られ", "X가 아니라 Y가": the mention denied right before the one at e, in languages that deny behind; or -1. */
    static int correctedInEast(Tokens t, int e) {
        int k = e - 1;
        while (t.is(k, Cue.COMMA | Cue.QUOTE | Cue.ADV | Cue.CONTRAST)) {
            k--;
        }
        if (!t.is(k, Cue.NEG)) {
            return -1;
        }
        k--;
        while (t.is(k, Cue.BY | Cue.TOPIC | Cue.BE | Cue.QUOTE)) {
            k--;
        }
        return k;
    }

    /** Whether the product is said to be made by a vendor that is not its own. */
    static boolean isScar(Tokens t, int product, int maker) {
        if (product < 0
                || t.alias(product).entity().kind() == Lexicon.Kind.VENDOR
                || t.alias(product).entity().homograph()
                || t.alias(maker).entity().kind() != Lexicon.Kind.VENDOR
                || vendor(t, product).equals(vendor(t, maker))) {
            return false;
        }
        if (t.is(maker + 1, Cue.POSSESSIVE) || t.is(maker + 1, Cue.AND) && t.is(maker + 2, Cue.ENTITY)) {
            return false;
        }
        for (int k = product + 1; k < maker; k++) {
            if (t.is(k, Cue.COMPARE | Cue.ENTITY | Cue.AND)) {
                return false;
            }
        }
        return true;
    }

    private static String vendor(Tokens t, int e) {
        return t.alias(e).entity().vendor();
    }
}
