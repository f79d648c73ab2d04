package org.ipstrial.cli;

import java.util.List;
import java.util.Optional;
import org.ipstrial.analysis.MethodSelection;
import org.ipstrial.analysis.Trial;
import org.ipstrial.catalogue.Family;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;

/** What a comparison of people in clusters asks for, and what is told of the clusters. */
final class ClusterChecks {

    /** The clusters of a comparison. */
    static final CliOption OPTION = DataOptions.CLUSTER.saying(
            "People of one level of this column, such as a team, may be alike: adjusted effects get limits over them too"
                    + " (ancova-cr2, gee-exchangeable; on request modified-poisson-cr1, poisson-cr1), beside the others. Wants"
                    + " --adjust.");

    /** Of fewer clusters what is taken to be normal is not. */
    private static final int FEW = 40;

    private ClusterChecks() {}

    /** Refuses clusters of a comparison that is not adjusted, and methods of clusters where there are none. */
    static void options(Optional<String> cluster, List<String> adjust, MethodSelection methods) {
        if (cluster.isPresent() && adjust.isEmpty()) {
            throw OptionChecks.wrong(
                    OPTION.name() + " is of an adjusted comparison",
                    "give " + DataOptions.ADJUST.name() + " with covariates, or leave it out");
        }
        if (cluster.isEmpty()) {
            methods.choiceOnlyOf(Family.Input::inClusters).ifPresent(name -> {
                throw OptionChecks.wrong(
                        "--method " + name + " looks at clusters",
                        "give " + OPTION.name() + " with their column, or leave it out");
            });
        }
    }

    /** Tells of people who lack a cluster, and of few clusters. */
    static void tell(Trial trial, String file, Findings findings) {
        trial.cluster().ifPresent(column -> {
            int without = trial.people().withoutLevel(column);
            if (without > 0) {
                findings.add(FindingCode.W341, Location.file(file), without, column);
            }
            int clusters = trial.people().levels(column).size() + without;
            if (clusters < FEW) {
                findings.add(FindingCode.W376, Location.file(file), clusters, column);
            }
        });
    }
}
