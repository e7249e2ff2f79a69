package dev.pedigree.identity;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Claims in Chinese, Japanese and Korean: the maker stands before the verb, and in the last two the denial at the end. */
final class EasternGrammar {
    private final Tokens t;
    private final EasternSubject who;
    private final EasternMakers makers;
    private final EasternNames names;
    private final EasternRelations relations;
    private final CaseFrame frame;

    EasternGrammar(Tokens tokens, boolean[] claimed, BooleanSupplier asked) {
        this.t = tokens;
        this.who = new EasternSubject(tokens, claimed, asked);
        this.makers = new EasternMakers(tokens, who);
        this.names = new EasternNames(tokens, who, asked);
        this.relations = new EasternRelations(tokens, claimed, asked);
        this.frame = new CaseFrame(tokens, claimed, asked);
    }

    /** What the mention at token e claims of the speaker, or null. */
    @Nullable
    Reading read(int e) {
        who.begin();
        Reading found = makers.read(e);
        if (found == null) {
            who.begin();
            found = names.read(e);
        }
        if (found == null) {
            who.begin();
            found = names.asSubject(e);
        }
        found = found == null ? EasternRules.under(t, e) : found;
        found = found == null ? Greeting.read(t, e) : found;
        found = found == null ? relations.read(e) : found;
        found = found == null && t.isVerbFinal() ? frame.read(e) : found;
        found = found == null && !t.isVerbFinal() ? Counterpart.read(t, e) : found;
        return found != null && EasternDoer.isDoer(t, found, e) ? null : found;
    }

    /** The product that the last mention read is said to be the maker of, or -1. */
    int product() {
        return makers.product();
    }
}
