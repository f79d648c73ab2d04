package org.ipstrial.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.ResultKey;
import org.junit.jupiter.api.Test;

class LevelTermsTest {

    private static final ResultKey CONTRAST =
            Rows.key("compare", "employed", "").ofContrast("A", "B").of(Measure.INTERACTION_TEST, "wald");

    @Test
    void aTestByAColumnIsAboutAllItsLevels() {
        assertThat(LevelTerms.column(CONTRAST.withTerm("by=site"))).contains("site");
        assertThat(LevelTerms.column(CONTRAST.withTerm("by=site;at=3"))).contains("site");
        assertThat(LevelTerms.column(CONTRAST.withTerm(Names.pair("by", "site;2") + ";at=3")))
                .contains("site\\;2");
        assertThat(LevelTerms.column(CONTRAST.withTerm("prognosis=risk"))).contains("risk");
    }

    @Test
    void aNoteOnAStratumOfAContrastIsAboutItsColumn() {
        ResultKey note = CONTRAST.of(Measure.STRATUM_COUNT, "");

        assertThat(LevelTerms.column(note.withTerm(Names.pair("site", "north"))))
                .contains("site");
        assertThat(LevelTerms.column(note.withTerm(Names.pair("si=te", "north"))))
                .contains("si\\=te");
        assertThat(LevelTerms.column(note.ofArm("A").withTerm(Names.pair("site", "north"))))
                .as("the counts of an arm are of one level")
                .isEmpty();
    }

    @Test
    void otherTermsAreAboutNoColumn() {
        assertThat(LevelTerms.column(CONTRAST.withTerm(""))).isEmpty();
        assertThat(LevelTerms.column(CONTRAST.withTerm("strata=site"))).isEmpty();
    }

    /** No table writes such a name; it must end all the same. */
    @Test
    void aLoneBackslashAtTheEndIsPartOfTheName() {
        assertThat(LevelTerms.column(CONTRAST.withTerm("by=site\\"))).contains("site\\");
    }
}
