package org.ipstrial.cli;

import org.ipstrial.ard.Measure;
import org.ipstrial.ard.Names;
import org.ipstrial.ard.Numbers;
import org.ipstrial.ard.Result;
import org.ipstrial.ard.ResultKey;
import org.ipstrial.ard.ResultTable;
import org.ipstrial.ard.Statistic;
import org.ipstrial.disclosure.CellPolicy;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;

/** What is told of donors that are scarce where amounts are imputed by matching. */
final class DonorChecks {

    /** A mean that is off by so many standard errors is told of; by 0.4 intervals begin to fail (Collins, Schafer, Kam 2001). */
    static final double FAR = 0.1;

    private DonorChecks() {}

    /** Tells of variables whose mean is pulled in an arm. Where small cells are hidden nothing is told: the missing are few. */
    static void tell(ResultTable table, String file, CellPolicy policy, Findings findings) {
        if (policy.threshold() > 0) {
            return;
        }
        for (Result result : table.results()) {
            double pulled = result.key().measure() == Measure.DONOR_DISTANCE
                    ? result.value(Statistic.STATISTIC).orElse(0.0)
                    : 0;
            if (Math.abs(pulled) >= FAR) {
                ResultKey key = result.key();
                findings.add(
                        FindingCode.W780,
                        Location.file(file),
                        key.outcome()
                                + (key.stratum().isEmpty()
                                        ? ""
                                        : " (" + Names.shown(key.stratum(), column -> column) + ")"),
                        key.group().isEmpty() ? "all arms" : key.group(),
                        Names.parts(key.term()).get(1),
                        Numbers.print(StrictMath.rint(Math.abs(pulled) * 100)),
                        pulled > 0 ? "up" : "down");
            }
        }
    }
}
