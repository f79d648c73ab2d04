package org.ipstrial.analysis.programme;

import java.util.ArrayList;
import java.util.List;
import org.ipstrial.analysis.AnalysisSettings;
import org.ipstrial.analysis.Results;
import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Numbers;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.catalogue.BinaryMethods;
import org.ipstrial.catalogue.Method;
import org.ipstrial.dataset.EventCounts;
import org.ipstrial.stats.Reason;
import org.ipstrial.stats.TestResult;
import org.ipstrial.stats.proportion.BinomialCount;
import org.ipstrial.stats.proportion.target.ShareTest;

/** The share of one group set against a stated one, which is no comparison of arms. */
public final class TargetShare {

    private TargetShare() {}

    /** The tests of one group by every method picked; none where no share is stated. */
    public static List<Result> of(ResultKey key, EventCounts counts, AnalysisSettings settings) {
        List<Result> results = new ArrayList<>();
        settings.hypothesis().target().ifPresent(share -> {
            String term = Names.pair("target", Numbers.print(share));
            for (Method<ShareTest> method : settings.methods().of(BinaryMethods.TARGET_TEST)) {
                TestResult test = counts.assessed() == 0
                        ? TestResult.notEstimable(Reason.NOBODY_ASSESSED)
                        : method.function()
                                .of(
                                        new BinomialCount(counts.events(), counts.assessed()),
                                        share,
                                        settings.hypothesis().alternative());
                results.add(Results.of(key.withTerm(term).of(Measure.TARGET_TEST, method.id()), test));
            }
        });
        return results;
    }
}
