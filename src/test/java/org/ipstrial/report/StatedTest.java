package org.ipstrial.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ipstrial.outcome.DerivedMeasure;
import org.ipstrial.outcome.OutcomeKind;
import org.junit.jupiter.api.Test;

class StatedTest {

    private static final String LOCKED =
            " the plan locked on 2026-03-01, before the data were hashed; a local lock is no independent proof";

    private final Stated english = new Stated(Words.of(Language.EN));
    private final Stated danish = new Stated(Words.of(Language.DA));

    private static String shown(String text) {
        return Language.DA.written(text);
    }

    @Test
    void inEnglishASettingIsWhatItSays() {
        for (String text : List.of(
                "not locked",
                "matches" + LOCKED,
                "differs from" + LOCKED + "; other data since: a.csv, b.csv",
                "something else")) {
            assertThat(Language.EN.written(english.lock(text))).isEqualTo(text);
        }
        for (String text : List.of(
                "binary, event yes, column employed_1978, timepoint 1978",
                "amount, hours of competitive work, education from spells, at least 26, timepoint 18 months, unit hours",
                "amount, range -1.5 to 12000",
                "time, event column job, cause column why",
                "ordinal, lower is better, ")) {
            assertThat(Language.EN.written(english.outcome(text))).isEqualTo(text);
        }
        assertThat(english.overrides("--level 0.9 (plan: 0.95); --contrasts all (the plan does not say)"))
                .isEqualTo("--level 0.9 (plan: 0.95); --contrasts all (the plan does not say)");
        assertThat(english.set("where site=A; only those who started, which nobody knew at randomisation"))
                .isEqualTo("where site=A; only those who started, which nobody knew at randomisation");
        assertThat(english.hypothesis("all arms: work (a, chi-squared)")).isEqualTo("all arms: work (a, chi-squared)");
        assertThat(Language.EN.written(
                        english.augmented("3 of 12000 draws of married in b; 1 of 50 draws of age in c")))
                .isEqualTo("3 of 12000 draws of married in b; 1 of 50 draws of age in c");
        assertThat(english.time("18 months")).isEqualTo("18 months");
    }

    @Test
    void inDanishItIsSaidInDanish() {
        assertThat(danish.lock("not locked")).isEqualTo("ikke låst");
        assertThat(shown(danish.lock("differs from" + LOCKED + "; other data since: a.csv")))
                .isEqualTo("afviger fra planen, der blev låst den 1.3.2026, før data blev hashet;"
                        + " en lokal lås er intet uafhængigt bevis; andre data siden: a.csv");
        assertThat(shown(danish.outcome("amount, hours of work, education from spells, at least 2.5, unit hours")))
                .isEqualTo("numerisk, timer: work, education fra forløbsdata, mindst 2,5, enhed timer");
        assertThat(shown(danish.range("-1.5 to 12000"))).isEqualTo("-1,5 til 12\u00a0000");
        assertThat(danish.overrides("--level 0.9 (plan: 0.95)")).isEqualTo("--level 0.9 (planen: 0.95)");
        assertThat(danish.status("post-hoc")).isEqualTo("post hoc");
        assertThat(shown(danish.augmented("3 of 12000 draws of married in all arms; 1 of 50 draws of age in b")))
                .isEqualTo("3 af 12\u00a0000 trækninger af married i alle arme; 1 af 50 trækninger af age i b");
        assertThat(danish.time("6 months")).isEqualTo("6 måneder");
    }

    @Test
    void everyKindAndDerivedMeasureHasWords() {
        for (OutcomeKind kind : OutcomeKind.values()) {
            assertThat(Words.of(Language.EN).get("stated.kind." + kind.id())).isEqualTo(kind.id());
        }
        for (String derived : DerivedMeasure.ids()) {
            assertThat(Words.of(Language.EN).get("stated.derive." + derived)).isEqualTo(derived);
        }
    }
}
