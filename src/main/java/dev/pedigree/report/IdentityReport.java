package dev.pedigree.report;

import static java.util.Objects.requireNonNull;

import dev.pedigree.identity.IdentityClaim;
import dev.pedigree.identity.IdentityFinding;
import dev.pedigree.internal.Decimals;
import java.util.List;

/** Who a model says it is, as a document of its own. */
public final class IdentityReport {
    private static final String COLUMNS =
            "suspect,id,vendor,alias,type,polarity,modality,voice,channel,prompt_stratum,sincere,"
                    + "start,end,confidence,quote\n";

    private final String suspect;
    private final IdentityFinding finding;
    private final List<IdentityClaim> claims;

    private IdentityReport(String suspect, IdentityFinding finding, List<IdentityClaim> claims) {
        this.suspect = requireNonNull(suspect, "suspect");
        this.finding = requireNonNull(finding, "finding");
        this.claims = List.copyOf(claims);
    }

    /**
     * The report of a model's claims.
     *
     * @param suspect the model's name
     * @param finding what they weigh
     * @param claims the claims themselves
     * @return the report
     */
    public static IdentityReport of(String suspect, IdentityFinding finding, List<IdentityClaim> claims) {
        return new IdentityReport(suspect, finding, claims);
    }

    /**
     * The form for a terminal.
     *
     * @param width how many columns no line exceeds, at least 40
     * @param colour whether to mark with ANSI colours
     * @return lines, each ending in a line feed
     */
    public String text(int width, boolean colour) {
        TextPage page = new TextPage(width, colour);
        page.prose("Suspect: " + suspect, "", "  ");
        TextSources.identity(page, finding);
        return page.toString();
    }

    /**
     * The claims for a spreadsheet.
     *
     * @return a line of titles and one for each claim
     */
    public String csv() {
        StringBuilder out = new StringBuilder(COLUMNS);
        for (IdentityClaim claim : claims) {
            out.append(Escapes.csv(suspect)).append(',');
            out.append(Escapes.csv(claim.id())).append(',');
            out.append(Escapes.csv(claim.vendor())).append(',');
            out.append(Escapes.csv(claim.alias())).append(',');
            out.append(IdentityJson.word(claim.type())).append(',');
            out.append(IdentityJson.word(claim.polarity())).append(',');
            out.append(IdentityJson.word(claim.modality())).append(',');
            out.append(IdentityJson.word(claim.voice())).append(',');
            out.append(IdentityJson.word(claim.channel())).append(',');
            out.append(IdentityJson.word(claim.promptStratum())).append(',');
            out.append(claim.sincere()).append(',');
            out.append(claim.start()).append(',').append(claim.end()).append(',');
            out.append(Decimals.text(claim.confidence())).append(',');
            out.append(Escapes.csv(claim.quote())).append('\n');
        }
        return out.toString();
    }
}
