package guide

import dev.pedigree.LineageAudit
import dev.pedigree.corpus.CorpusReader
import dev.pedigree.verdict.Strength
import java.nio.file.Path

// begin
fun main(args: Array<String>) {
    val suspect = CorpusReader.detect().read(Path.of(args[0]))
    val verdict = LineageAudit.withDefaults().examine(suspect)
    println(verdict.conclusion().statement())
    verdict.candidates()
        .filter { it.strength() >= Strength.WEAK }
        .forEach { println("${it.name()}: ${it.strength().words()}") }
    verdict.caveats().forEach { println(it.text()) }
}
// end
