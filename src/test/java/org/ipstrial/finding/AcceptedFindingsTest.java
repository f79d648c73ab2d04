package org.ipstrial.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class AcceptedFindingsTest {

    private static final Location HERE = Location.line("f.csv", 3);

    @Test
    void anAcceptedRefusalStaysOnTheRecordAsAWarning() {
        Findings findings = new Findings(Set.of(FindingCode.E206));
        findings.add(FindingCode.E206, HERE, 2);

        assertThat(findings.refuse()).isFalse();
        assertThat(findings.severity(FindingCode.E206)).isEqualTo(Severity.WARNING);
        assertThat(findings.inReadingOrder()).hasSize(1);
    }

    @Test
    void whatCannotBeAcceptedRefusesAllTheSame() {
        Findings findings = new Findings(Set.of(FindingCode.E200));
        findings.add(FindingCode.E200, HERE, 2, "", "");

        assertThat(findings.refuse()).isTrue();
        assertThat(findings.severity(FindingCode.E200)).isEqualTo(Severity.REFUSAL);
    }

    @Test
    void whatWasAcceptedStaysSoWhenFindingsAreJoined() {
        Findings accepted = new Findings(Set.of(FindingCode.E206));
        accepted.add(FindingCode.E206, HERE, 2);
        Findings all = new Findings();
        all.addAll(accepted);

        assertThat(all.refuse()).isFalse();
        assertThat(all.codes()).containsExactly(FindingCode.E206);
    }
}
