package org.ipstrial.plan.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is in a range of ICD-10 and what is not, at its edges. */
class CodeMapTest {

    @ParameterizedTest
    @CsvSource({
        "F20-F29, F20, true",
        "F20-F29, F20.0, true",
        "F20-F29, F25.1234, true",
        "F20-F29, F29, true",
        "F20-F29, F29.9, true",
        "F20-F29, F19.9, false",
        "F20-F29, F30, false",
        "F20-F29, F2, false",
        "F20-F29, F200, false",
        "F20-F29, f20, false",
        "F20-F29, f20.0, false",
        "F20-F29, DF20, false",
        "F20-F29, G20, false",
        "F20-F29, F20.12345, false",
        "F20-F29, F20., false",
        "F31, F31, true",
        "F31, F31.4, true",
        "F31, F32, false",
        "F31, F30.9, false",
        "F32.1, F32.1, true",
        "F32.1, F32.11, true",
        "F32.1, F32, false",
        "F32.0-F32.2, F32.2, true",
        "F32.0-F32.2, F32.29, true",
        "F32.0-F32.2, F32.3, false",
        "F32.0-F32.2, F32, false",
        "F99-G01, G00, true",
        "F99-G01, F98, false"
    })
    void aRangeHoldsEverythingBelowItsCodes(String range, String code, boolean held) {
        assertThat(CodeRange.parse(range).orElseThrow().holds(code)).isEqualTo(held);
    }

    @Test
    void digitsOfOtherScriptsAreNoCode() {
        assertThat(CodeRange.isCode("F\u0662\u0660")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"F2", "f20", "F200", "F20-", "F20-F2", "kontanthjælp", "20", ""})
    void whatIsNeitherACodeNorARangeIsAPlainCode(String text) {
        assertThat(CodeRange.parse(text)).isEmpty();
    }

    @Test
    void rangesMeetAtTheirEdges() {
        CodeRange psychoses = CodeRange.parse("F20-F29").orElseThrow();
        assertThat(psychoses.meets(CodeRange.parse("F29.9-F31").orElseThrow())).isTrue();
        assertThat(psychoses.meets(CodeRange.parse("F25").orElseThrow())).isTrue();
        assertThat(psychoses.meets(CodeRange.parse("F30-F39").orElseThrow())).isFalse();
        assertThat(psychoses.meets(CodeRange.parse("F10-F19.9").orElseThrow())).isFalse();
    }

    @Test
    void onlyALowerCodeAfterAHigherIsBackwards() {
        assertThat(CodeRange.parse("F29-F20").orElseThrow().isBackwards()).isTrue();
        assertThat(CodeRange.parse("F20-F20").orElseThrow().isBackwards()).isFalse();
        assertThat(CodeRange.parse("F32.1-F32").orElseThrow().isBackwards()).isFalse();
    }

    @Test
    void aCodeAsItStandsComesBeforeARange() {
        CodeMap map = new CodeMap(
                Map.of("F20.5", "residual", "1", "yes"),
                Map.of(CodeRange.parse("F20-F29").orElseThrow(), "psychosis"));
        assertThat(map.label("F20.5")).contains("residual");
        assertThat(map.label("F20.4")).contains("psychosis");
        assertThat(map.label("1")).contains("yes");
        assertThat(map.label("01")).isEmpty();
        assertThat(map.label("")).isEqualTo(Optional.empty());
    }

    @Test
    void labelsAreThoseOfTheFile() {
        CodeMap map = CodeMap.ofLabels(List.of("SAU", "IPS"));
        assertThat(map.labels()).containsExactly("SAU", "IPS");
        assertThat(map.codes()).containsExactly("SAU", "IPS");
        assertThat(map.label("ips")).isEmpty();
    }
}
