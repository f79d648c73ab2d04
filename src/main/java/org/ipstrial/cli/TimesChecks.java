package org.ipstrial.cli;

import java.util.List;
import org.ipstrial.analysis.AnalysisSettings;
import org.ipstrial.analysis.Survival;
import org.ipstrial.ard.Numbers;
import org.ipstrial.catalogue.times.AdjustedTimesMethods;
import org.ipstrial.catalogue.times.SubdistributionMethods;
import org.ipstrial.catalogue.times.TimesTests;
import org.ipstrial.dataimport.column.EventTimes;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;

/**
 * What methods named on the command line ask of times that their columns do not give, and what late entries leave open.
 *
 * @param columns  the columns of the times
 * @param settings the methods
 */
record TimesChecks(EventTimes columns, AnalysisSettings settings) {

    /**
     * Refuses methods of what is not there: of competing ends without causes, of covariates without any.
     *
     * @param adjust   the covariates
     * @param givesTau whether the time within which restricted means are taken is given
     */
    void refuse(List<String> adjust, boolean givesTau) {
        boolean causes = columns.cause().isPresent();
        boolean entries = columns.entry().isPresent();
        if (settings.methods().asksFor(SubdistributionMethods.FINE_GRAY) && !causes) {
            throw OptionChecks.wrong(
                    "--method " + SubdistributionMethods.FINE_GRAY + " is given without --cause",
                    "that method is of ends that compete; name the column of causes, or leave it out");
        }
        boolean modelled = givesTau && !adjust.isEmpty() && !causes && !entries;
        if (settings.methods().asksFor(AdjustedTimesMethods.IPCW) && !modelled) {
            throw OptionChecks.wrong(
                    "--method " + AdjustedTimesMethods.IPCW + " is given",
                    "wanted --tau and --adjust with it, and neither --cause nor --entry");
        }
        if (settings.methods().asksFor(TimesTests.GRAY) && entries) {
            throw OptionChecks.wrong(
                    "--entry is given with --method " + TimesTests.GRAY,
                    "that test is not made for people who enter late; leave one of them out");
        }
    }

    /** Tells of stretches in which nobody of an arm is under observation, though somebody enters later. */
    static void tellGaps(List<Survival.Gap> gaps, String file, Findings findings) {
        gaps.forEach(gap -> findings.add(
                FindingCode.W365,
                Location.file(file),
                gap.arm(),
                Numbers.print(gap.from()),
                Numbers.print(gap.until())));
    }
}
