package dev.pedigree.report;

import static java.util.Objects.requireNonNull;

import dev.pedigree.identity.IdentityClaim;
import dev.pedigree.internal.Decimals;
import java.util.List;

/** Who a model says it is, as a document of its own. */
public final class IdentityReport {
    private static final String SCHEMA = "pedigree/identity/1";
    private static final String COLUMNS =
            "suspect,id,vendor,alias,type,polarity,modality,voice,channel,prompt_stratum,sincere,"
                    + "start,end,confidence,quote\n";

    private final String suspect;
    private final List<IdentityClaim> claims;

    private IdentityReport(String suspect, List<IdentityClaim> claims) {
        this.suspect = requireNonNull(suspect, "suspect");
        this.claims = List.copyOf(claims);
    }

    /**
     * The report of a model's claims.
     *
     * @param suspect the model's name
     * @param claims its claims
     * @return the report
     */
    public static IdentityReport of(String suspect, List<IdentityClaim> claims) {
        return new IdentityReport(suspect, claims);
    }

    /**
     * The machine-readable form: {@code schema}, {@code suspect}, {@code summary} and {@code claims} as in an audit's report.
     *
     * @return one JSON object, ending in a line feed
     */
    public String json() {
        return JsonText.write(json -> {
            json.open();
            json.field("schema", SCHEMA);
            json.field("suspect", suspect);
            IdentityJson.write(json, claims);
            json.close();
        });
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
        TextSources.identity(page, claims);
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
            out.append(Phrases.id(claim.type())).append(',');
            out.append(Phrases.id(claim.polarity())).append(',');
            out.append(Phrases.id(claim.modality())).append(',');
            out.append(Phrases.id(claim.voice())).append(',');
            out.append(Phrases.id(claim.channel())).append(',');
            out.append(Phrases.id(claim.promptStratum())).append(',');
            out.append(claim.sincere()).append(',');
            out.append(claim.start()).append(',').append(claim.end()).append(',');
            out.append(Decimals.text(claim.confidence())).append(',');
            out.append(Escapes.csv(claim.quote())).append('\n');
        }
        return out.toString();
    }
}
