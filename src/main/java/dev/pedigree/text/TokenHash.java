package dev.pedigree.text;

/**
 * The hash of a token's lower-cased text: a multiplicative rolling hash over UTF-16 units with a finaliser. Part of every
 * fingerprint scheme; its definition never changes.
 */
public final class TokenHash {
    static final long SEED = 0x243F6A8885A308D3L;
    static final long FACTOR = 0x9E3779B97F4A7C15L;
    private static final long LAST = 0xBF58476D1CE4E5B9L;

    private TokenHash() {}

    static long step(long hash, char lowered) {
        return (hash ^ lowered) * FACTOR;
    }

    static long finish(long hash) {
        return (hash ^ (hash >>> 32)) * LAST;
    }

    /**
     * The hash that a scanner gives a token with this text.
     *
     * @param token one token's text, with {@code '} for {@code ’} and without invisible characters
     * @return its hash, whatever the case of its letters
     */
    public static long of(String token) {
        long hash = SEED;
        for (int i = 0; i < token.length(); i++) {
            hash = step(hash, UnicodeTables.lower(token.charAt(i)));
        }
        return finish(hash);
    }
}
