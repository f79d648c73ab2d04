package org.ipstrial.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ipstrial.finding.Finding;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.outcome.OutcomeKind;
import org.ipstrial.plan.participants.PlannedAmount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plan says is what is read of it, each value with its place. */
class PlanReaderTest {

    private static final Path FILE = Path.of("trials", "trial.yaml");
    private static final Vocabulary WORDS = new Vocabulary(
            List.of(
                    new Vocabulary.Command(
                            "compare",
                            List.of(OutcomeKind.BINARY, OutcomeKind.AMOUNT),
                            Map.of("risk-difference", List.of("wald", "newcombe"), "test", List.of("fisher-exact"))),
                    new Vocabulary.Command("rates", List.of(OutcomeKind.BINARY), Map.of())),
            List.of("holm"),
            List.of("hours"),
            List.of("two-sided", "greater", "less"),
            List.of(new Vocabulary.Scale(
                    "risk-difference",
                    Set.of(OutcomeKind.BINARY),
                    Set.of(OutcomeKind.BINARY),
                    false,
                    margin -> Math.abs(margin) < 1,
                    "a share")));

    private static final String WHOLE = """
            trial: "Støtte \\u0061"
            participants:
              file: data/participants.csv
              id: pseudonym
              arm: {column: group, control: SAU, labels: {"1": IPS, "2": SAU, "3": SAU}}
              columns:
                diagnosis: {column: diagnose, label: Diagnosis, codes: {F20-F29: psychosis, x: other}}
                site: {}
              reading: {delimiter: ";", decimal: ",", encoding: windows-1252, quote: none, missing: [999, "9,9"], skip: 2}
            outcomes:
              employed:
                column: work
                event: no
                timepoint: 26
              hours: {kind: amount, unit: hours, better: lower, label: Hours}
            analyses:
              - id: primary
                compare: [employed, hours]
                methods: {risk-difference: [wald, newcombe]}
                by: [diagnosis, site]
                where: {site: [A, B]}
                contrasts: all
                multiplicity: holm
                level: 0.90
              - {id: second, rates: employed}
            level: .99
            seed: -7
            resamples: 500
            quantile_type: 2
            expect:
              rows: 4
              arms: {IPS: 2}
            """;

    private static Plan read(String text) {
        return PlanReader.read(FILE, text.getBytes(StandardCharsets.UTF_8), WORDS);
    }

    private static List<Finding> refused(String text) {
        return catchThrowableOfType(RefusedException.class, () -> read(text))
                .findings()
                .inReadingOrder();
    }

    @Test
    void readsEverySection() {
        Plan plan = read(WHOLE);

        assertThat(plan.trial()).isEqualTo("Støtte a");
        assertThat(plan.participants().file().value()).isEqualTo(Path.of("trials", "data", "participants.csv"));
        assertThat(plan.participants().id().value()).isEqualTo("pseudonym");
        assertThat(plan.participants().arm().knownLabels()).containsExactly("IPS", "SAU");
        assertThat(plan.participants().arm().ordered()).isFalse();
        assertThat(plan.participants().arm().labels().orElseThrow().label("3")).contains("SAU");
        assertThat(plan.participants()
                        .column("diagnosis")
                        .orElseThrow()
                        .codes()
                        .orElseThrow()
                        .label("F25.1"))
                .contains("psychosis");
        assertThat(plan.participants().column("site").orElseThrow().codes()).isEmpty();
        assertThat(plan.participants().reading().missing()).containsExactly("999", "9,9");
        assertThat(plan.participants().reading().skip()).contains(2L);
        assertThat(plan.outcomeNames()).containsExactly("employed", "hours");
        assertThat(plan.settings())
                .isEqualTo(new PlannedSettings(
                        Optional.of("0.99"),
                        Optional.of(-7L),
                        Optional.of(500L),
                        Optional.of("2"),
                        Optional.empty(),
                        Map.of()));
        assertThat(plan.expect().orElseThrow().rows().orElseThrow().value()).isEqualTo(4);
        assertThat(plan.expect().orElseThrow().arms()).hasSize(1);
    }

    @Test
    void aSideAndAMarginAreKeptAsTheyAreWritten() {
        PlannedAnalysis primary = read(WHOLE.replace(
                        "multiplicity: holm", "multiplicity: holm\n    alternative: greater\n    margin: -0.050"))
                .analyses()
                .get(0);

        assertThat(primary.alternative()).contains("greater");
        assertThat(primary.margin()).contains("-0.050");
    }

    @Test
    void anEventMakesAnOutcomeYesOrNoAndATimepointMayBeANumber() {
        PlannedOutcome employed = read(WHOLE).outcome("employed").orElseThrow();
        assertThat(employed.kind()).contains(OutcomeKind.BINARY);
        assertThat(employed.event()).contains("no");
        assertThat(employed.heading()).isEqualTo("employed, 26");
        assertThat(read(WHOLE).outcome("hours").orElseThrow().heading()).isEqualTo("Hours");
    }

    @Test
    void analysesKeepTheirOrder() {
        List<PlannedAnalysis> analyses = read(WHOLE).analyses();
        assertThat(analyses).extracting(analysis -> analysis.id().value()).containsExactly("primary", "second");
        PlannedAnalysis primary = analyses.get(0);
        assertThat(primary.methods()).containsExactly("risk-difference:wald", "risk-difference:newcombe");
        assertThat(primary.level()).contains("0.90");
        assertThat(primary.alternative()).isEmpty();
        assertThat(primary.margin()).isEmpty();
        assertThat(primary.where().get(0).levels())
                .extracting(level -> level.value())
                .containsExactly("A", "B");
    }

    @Test
    void whatDescribesTheArmsAtTheStartIsNamedAmongColumnsAndAmounts() {
        String amounts = "    site: {}\n  amounts: {age: {column: alder, label: Age, unit: hours}, weight: {}}\n";
        Plan plan = read(WHOLE.replace("    site: {}\n", amounts) + "baseline: [weight, site]\n");
        PlannedAmount age = plan.participants().amount("age").orElseThrow();

        assertThat(age.column().value()).isEqualTo("alder");
        assertThat(age.label()).isEqualTo("Age");
        assertThat(age.unit()).contains("hours");
        assertThat(plan.participants().amount("weight").orElseThrow().column().value())
                .isEqualTo("weight");
        assertThat(plan.baseline()).extracting(name -> name.value()).containsExactly("weight", "site");
        assertThat(read(WHOLE).baseline()).isEmpty();
    }

    @Test
    void everyValueKeepsItsPlace() {
        Plan plan = read(WHOLE);
        assertThat(plan.participants().id().where()).isEqualTo(Location.cell(FILE.toString(), 4, "participants.id", 7));
        assertThat(plan.participants().arm().control().where())
                .isEqualTo(Location.cell(FILE.toString(), 5, "participants.arm.control", 33));
        assertThat(plan.outcome("employed").orElseThrow().column().where())
                .isEqualTo(Location.cell(FILE.toString(), 12, "outcomes.employed.column", 13));
        assertThat(plan.analyses().get(0).where().get(0).levels().get(1).where())
                .isEqualTo(Location.cell(FILE.toString(), 21, "analyses[1].where.site[2]", 23));
        assertThat(plan.expect().orElseThrow().rows().orElseThrow().where().line())
                .isEqualTo(31);
    }

    @Test
    void placesAreTheSameWithCarriageReturnsAndAMark() {
        Plan plan = read("\ufeff" + WHOLE.replace("\n", "\r\n"));
        assertThat(plan.expect().orElseThrow().rows().orElseThrow().where().line())
                .isEqualTo(31);
    }

    @Test
    void theLastLineNeedsNoEnd() {
        assertThat(read(WHOLE.strip()).outcomes()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1:30", "0123", "1_000", "+5", "0x10", "0o17", ".inf", "-.inf", ".nan", "1e", "\"5\"", "5,5", "true"
            })
    void whatIsNoNumberHereIsRefusedWhereANumberIsWanted(String text) {
        List<Finding> findings = refused(WHOLE.replace("resamples: 500", "resamples: " + text));
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).line())
                .startsWith(FILE + ":28: resamples (12): ")
                .endsWith("[E410]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "0", "-1", "1e9", "99999999999999999999"})
    void aNumberOutOfRangeIsRefused(String text) {
        List<Finding> findings = refused(WHOLE.replace("resamples: 500", "resamples: " + text));
        assertThat(findings).extracting(finding -> finding.code().id()).containsExactly("E413");
    }

    @Test
    void findingsOfAllSectionsComeInOneRun() {
        List<Finding> findings = refused(WHOLE.replace("pseudonym", "[]")
                .replace("unit: hours", "unit: hour")
                .replace("level: .99", "level: 99")
                .replace("arms: {IPS: 2}", "arms: {IPX: 2}"));
        assertThat(findings).extracting(finding -> finding.where().line()).containsExactly(4L, 15L, 26L, 32L);
    }
}
