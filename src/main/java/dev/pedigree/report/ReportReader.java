package dev.pedigree.report;

import dev.pedigree.corpus.ReadSummary;
import dev.pedigree.stats.Estimate;
import dev.pedigree.verdict.CandidateFinding;
import dev.pedigree.verdict.Caveat;
import dev.pedigree.verdict.ChannelFinding;
import dev.pedigree.verdict.Conclusion;
import dev.pedigree.verdict.Confound;
import dev.pedigree.verdict.Controls;
import dev.pedigree.verdict.DroppedChannel;
import dev.pedigree.verdict.Exhibits;
import dev.pedigree.verdict.Power;
import dev.pedigree.verdict.Provenance;
import dev.pedigree.verdict.Receipt;
import dev.pedigree.verdict.Strength;
import dev.pedigree.verdict.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * Reads what {@link JsonReport} writes, of this version of the schema and of all that came before it: members that were added later
 * have a stand-in where they are missing, and members that are not known are passed over.
 */
final class ReportReader {
    private static final String FAMILY = "pedigree/report/";

    private final ReportJson report;

    private ReportReader(ReportJson report) {
        this.report = report;
    }

    static Report read(byte[] document) throws ReportFormatException {
        ReportJson report = ReportJson.object(document);
        String schema = report.get("schema").textOr("");
        if (!schema.equals(JsonReport.SCHEMA)) {
            throw new ReportFormatException(
                    schema.startsWith(FAMILY)
                            ? "this version of Pedigree reads " + JsonReport.SCHEMA + ", the report is " + schema
                            : "not a report of Pedigree: the member \"schema\" is not \"" + JsonReport.SCHEMA + "\"");
        }
        Verdict verdict = report.as(r -> new ReportReader(r).verdict());
        Report read = Report.of(verdict)
                .withCommand(report.get("provenance").get("command").textOr(""));
        return report.get("neighbours")
                .maybe(NeighboursJson::read)
                .map(read::withNeighbourhood)
                .orElse(read);
    }

    private Verdict verdict() throws ReportFormatException {
        String suspect = report.get("suspect").get("name").text();
        Exhibits exhibits = new Exhibits(
                report.get("controls").list(ReportReader::controls),
                report.get("receipts").list(ReportReader::receipt),
                report.get("identity").maybe(IdentityReader::read),
                report.get("overlap").maybe(o -> OverlapReader.read(suspect, o)),
                report.get("power").maybe(ReportReader::power),
                report.get("confounds").list(ReportReader::confound),
                report.get("withoutChannel").list(ReportReader::dropped),
                ExactReader.read(report.get("exact")),
                report.get("shares").maybe(SharesSection::read));
        return new Verdict(
                suspect,
                input(),
                report.get("verdict").as(ReportReader::conclusion),
                report.get("candidates").list(ReportReader::candidate),
                exhibits,
                report.get("caveats")
                        .list(c -> new Caveat(
                                c.get("kind").choice(Caveat.Kind.class),
                                c.get("text").text())),
                report.get("provenance").as(ReportReader::provenance));
    }

    private ReadSummary input() throws ReportFormatException {
        ReportJson read = report.get("suspect");
        String formats = read.get("format").text();
        return new ReadSummary(
                formats.isEmpty() ? List.of() : List.of(formats.split(", ")),
                read.get("responses").integer(),
                read.get("withPrompt").integer(),
                read.get("withReasoning").integer(),
                read.get("duplicates").integer(),
                read.get("cut").integer(),
                read.get("skipped").integer(),
                read.get("skipReasons").list(ReportJson::text),
                read.get("models").list(ReportJson::text),
                report.get("provenance").get("suspectDigest").text());
    }

    private static Conclusion conclusion(ReportJson verdict) throws ReportFormatException {
        return new Conclusion(
                verdict.get("kind").choice(Conclusion.Kind.class),
                verdict.get("strength").choice(Strength.class),
                verdict.get("candidates").list(ReportJson::text),
                verdict.get("statement").text(),
                verdict.get("reasons").list(ReportJson::text));
    }

    private static CandidateFinding candidate(ReportJson candidate) throws ReportFormatException {
        return new CandidateFinding(
                candidate.get("name").text(),
                candidate.get("family").text(),
                candidate.get("lab").text(),
                candidate.get("rank").count(),
                candidate.get("score").number(),
                candidate.get("log10LikelihoodRatio").maybe(ReportJson::estimate),
                candidate.get("strength").choice(Strength.class),
                candidate.get("pValue").maybe(ReportJson::number),
                candidate.get("channels").list(ReportReader::channel),
                candidate.get("ruledOut").maybe(ReportJson::text));
    }

    private static ChannelFinding channel(ReportJson channel) throws ReportFormatException {
        return new ChannelFinding(
                channel.get("channel").text(),
                channel.get("score").number(),
                channel.get("log10LikelihoodRatio").maybe(ReportJson::estimate));
    }

    private static Controls controls(ReportJson controls) throws ReportFormatException {
        return new Controls(
                controls.get("candidate").text(),
                controls.get("suspectScore").number(),
                controls.get("points")
                        .list(point -> new Controls.Point(
                                point.get("name").text(),
                                point.get("family").text(),
                                point.get("score").number(),
                                point.get("trained").flag())));
    }

    private static Receipt receipt(ReportJson receipt) throws ReportFormatException {
        return new Receipt(
                receipt.get("candidate").text(),
                receipt.get("kind").text(),
                receipt.get("phrase").text(),
                receipt.get("suspectRate").number(),
                receipt.get("candidateRate").number(),
                receipt.get("populationRate").number(),
                receipt.get("weight").number(),
                receipt.get("of").textOr("answers"),
                receipt.get("examples")
                        .list(example -> new Receipt.Example(
                                example.get("id").text(), example.get("text").text())));
    }

    private static DroppedChannel dropped(ReportJson dropped) throws ReportFormatException {
        return new DroppedChannel(
                dropped.get("candidate").text(),
                dropped.get("channel").text(),
                dropped.get("log10LikelihoodRatio").estimate());
    }

    private static Confound confound(ReportJson confound) throws ReportFormatException {
        return new Confound(
                confound.get("kind").choice(Confound.Kind.class),
                confound.get("measured").numberOr(Double.POSITIVE_INFINITY),
                confound.get("from").numberOr(0),
                confound.get("to").numberOr(Double.POSITIVE_INFINITY),
                confound.get("source").text(),
                confound.get("effect").choice(Confound.Effect.class),
                confound.get("finding").text());
    }

    private static Power power(ReportJson power) throws ReportFormatException {
        return new Power(
                power.get("sentence").text(),
                power.get("points")
                        .list(point -> new Power.Point(
                                point.get("answers").count(), point.get("share").number(), chance(point))),
                power.get("splices")
                        .list(splice -> new Power.Splice(
                                splice.get("candidate").text(),
                                splice.get("share").number(),
                                splice.get("probability").estimate())),
                power.get("wouldChange").list(ReportJson::text));
    }

    /** Early reports gave a point of the curve no interval: then it may be anywhere. */
    private static Estimate chance(ReportJson point) throws ReportFormatException {
        Optional<Estimate> chance = point.get("chance").maybe(ReportJson::estimate);
        return chance.isPresent()
                ? chance.get()
                : new Estimate(point.get("probability").number(), 0, 1, 0.95);
    }

    private static Provenance provenance(ReportJson provenance) throws ReportFormatException {
        return new Provenance(
                provenance.get("version").text(),
                provenance.get("schemes").list(ReportJson::text),
                provenance.get("suspectDigest").text(),
                provenance.get("library").get("name").text(),
                provenance.get("library").get("digest").text(),
                provenance.get("seed").integer());
    }
}
