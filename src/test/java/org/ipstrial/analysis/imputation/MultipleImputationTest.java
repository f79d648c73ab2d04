package org.ipstrial.analysis.imputation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.imputation.chained.Imputation;
import org.junit.jupiter.api.Test;

/**
 * The refusal that no file is known to bring about: a yes/no outcome that columns tell apart is augmented, and ordered
 * outcomes have no command yet. The others are tested through the real program.
 */
class MultipleImputationTest {

    @Test
    void aFitThatComesToNoEndIsRefusedWithItsReason() {
        Imputation.Refused why = new Imputation.Refused(Reason.NOT_CONVERGED, "IPS", "employed", List.of());

        assertThat(MultipleImputation.refusal(why).findings().inReadingOrder())
                .extracting(finding -> finding.code().id() + " " + finding.message())
                .containsExactly(
                        "E374 the imputation of employed in IPS came to no end (not-converged); wanted a model that"
                                + " can be fitted; name fewer columns under --covariates");
    }
}
