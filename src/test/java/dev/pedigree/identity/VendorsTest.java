package dev.pedigree.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pedigree.internal.DataLines;
import dev.pedigree.reference.ModelTable;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class VendorsTest {
    @Test
    void idsHaveNamesAndOthersStandForThemselves() {
        assertThat(Vendors.name("openai")).isEqualTo("OpenAI");
        assertThat(Vendors.name("OpenAI")).isEqualTo("OpenAI");
        assertThat(Vendors.name("other:Acme Labs")).isEqualTo("Acme Labs");
        assertThat(Vendors.name("Acme Labs")).isEqualTo("Acme Labs");
        assertThat(Vendors.name("")).isEmpty();
    }

    @Test
    void aLabThatALibraryKnowsByAnotherIdIsTheSameVendor() {
        assertThat(Vendors.vendor("yi")).isEqualTo("01ai");
        assertThat(Vendors.name("yi")).isEqualTo("01.AI");
        assertThat(Vendors.vendor("Dbrx")).isEqualTo("databricks");
        assertThat(Vendors.vendor("acme")).isEqualTo("acme");
    }

    @Test
    void everyVendorOfTheLexiconAndEveryLabOfTheModelsHasOne() {
        TreeSet<String> ids = new TreeSet<>();
        Lexicon.load().aliases().forEach(alias -> ids.add(alias.entity().vendor()));
        DataLines.of(ModelTable.class, "models.tsv").stream()
                .skip(1)
                .map(line -> line.split("\t", -1)[2])
                .forEach(ids::add);
        ids.remove("");
        ids.removeIf(id -> !Vendors.name(id).equals(id));
        assertThat(ids).isEmpty();
    }
}
