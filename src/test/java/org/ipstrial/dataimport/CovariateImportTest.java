package org.ipstrial.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.ipstrial.dataimport.CovariateRequest.Kind;
import org.ipstrial.dataset.Cohort;
import org.ipstrial.finding.Finding;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.RefusedException;
import org.ipstrial.outcome.Covariate;
import org.ipstrial.plan.codes.CodeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a column of what was known at the start is read as. */
class CovariateImportTest {

    private static ImportedParticipants read(List<String> values, CovariateRequest request) {
        StringBuilder csv = new StringBuilder("id,arm,x\n");
        for (int i = 0; i < values.size(); i++) {
            csv.append("p")
                    .append(i)
                    .append(i % 2 == 0 ? ",IPS," : ",SAU,")
                    .append(values.get(i))
                    .append('\n');
        }
        return ParticipantsImport.read(
                DataSource.standardInput(new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8))),
                ReadOptions.defaults(),
                new ParticipantsRequest("id", "arm", List.of(), List.of(), Set.of()).with(List.of(request)));
    }

    private static Covariate covariate(List<String> values) {
        return read(values, CovariateRequest.of("x", Optional.empty()))
                .covariates()
                .get(0);
    }

    private static List<String> refusal(List<String> values) {
        return catchThrowableOfType(RefusedException.class, () -> covariate(values))
                .findings()
                .inReadingOrder()
                .stream()
                .map(Finding::code)
                .map(code -> code.id())
                .toList();
    }

    /** So many different values, each so many times. */
    private static List<String> repeated(String pattern, int different, int times) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            IntStream.range(1, different + 1).forEach(value -> values.add(pattern.formatted(value)));
        }
        return values;
    }

    @Test
    void numbersAreAnAmountUnlessTheyMayBeCodes() {
        assertThat(covariate(repeated("%d", 10, 2)).isAmount()).isTrue();
        assertThat(covariate(repeated("%d", 9, 1)).isAmount())
                .as("nobody shares one")
                .isTrue();
        assertThat(covariate(repeated("%d.5", 3, 4)).isAmount())
                .as("no whole numbers")
                .isTrue();
        assertThat(refusal(repeated("%d", 9, 2))).containsExactly("E290");
        assertThat(refusal(repeated("%d", 3, 40))).containsExactly("E290");
        assertThat(refusal(repeated("%d", 2, 1))).as("1 and 2").containsExactly("E290");
        assertThat(refusal(repeated("%d.0", 3, 4))).as("1.0 is 1").containsExactly("E290");
        assertThat(refusal(repeated("7", 1, 4))).as("a constant").containsExactly("E290");
    }

    @Test
    void whatTheUserSaysSettlesIt() {
        Covariate codes = read(repeated("%d", 3, 4), CovariateRequest.of("x", Optional.of(Kind.CATEGORY)))
                .covariates()
                .get(0);
        assertThat(codes.levels()).containsExactly("1", "2", "3");
        assertThat(codes.isYesNo()).isFalse();
        assertThat(read(repeated("%d", 3, 4), CovariateRequest.of("x", Optional.of(Kind.AMOUNT)))
                        .covariates()
                        .get(0)
                        .isAmount())
                .isTrue();
    }

    @Test
    void textIsACategoryWhoseLevelsPeopleShare() {
        assertThat(covariate(List.of("b", "a", "b", "")).levels()).containsExactly("a", "b");
        assertThat(covariate(repeated("level %d", 12, 1)).levels()).hasSize(12);
        assertThat(covariate(repeated("level %d", 50, 2)).levels()).hasSize(50);
        assertThat(refusal(repeated("level %d", 13, 1))).containsExactly("E291");
        assertThat(refusal(repeated("level %d", 51, 9))).containsExactly("E291");
        assertThat(refusal(List.of("", "NA", "."))).containsExactly("E235");
    }

    /** Both levels are there though nobody is at one, and yes comes first. */
    @ParameterizedTest
    @CsvSource({"1,1.0,1,0", "0,0,1,0", "Yes,YES,yes,no", "nej,Nej,ja,nej", "true,true,true,false"})
    void oneHalfOfYesAndNoIsEnough(String one, String other, String yes, String no) {
        Covariate read = covariate(List.of(one, other, one));
        assertThat(read.levels()).containsExactly(yes, no);
        assertThat(read.event()).isEqualTo(yes);
    }

    /** The levels are the plan's, in its order, and what it does not name is refused. */
    @Test
    void codesOfAPlanGiveTheLevels() {
        CodeMap named = CodeMap.ofLabels(List.of("severe", "mild"));
        CovariateRequest request =
                new CovariateRequest("severity", "x", Optional.of(Kind.CATEGORY), Optional.of(named));
        ImportedParticipants read = read(List.of("mild", "mild", ""), request);
        Covariate severity = read.covariates().get(0);
        Cohort everybody = read.participants().everybody();

        assertThat(severity.name()).isEqualTo("severity");
        assertThat(severity.levels()).containsExactly("severe", "mild");
        assertThat(everybody.category(severity.column(), severity.levels()).levels())
                .containsExactly(0, 2);
        assertThat(everybody.category(severity.column(), severity.levels()).missing())
                .isEqualTo(1);
        assertThat(catchThrowableOfType(RefusedException.class, () -> read(List.of("mild", "odd"), request))
                        .findings()
                        .codes())
                .containsExactly(FindingCode.E233);
    }
}
