package org.ipstrial.analysis.programme;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ipstrial.dataset.programme.ScoreRange;

/**
 * From which total on a questionnaire is called mild, moderate and severe.
 *
 * <p>Of the MDI two sets are in use, and totals of 20, 25 and 30 change class between them: a user must choose.
 */
public enum SeverityBands {
    /** GAD-7, 0 to 21. Source: Spitzer RL et al. (2006), Archives of Internal Medicine 166:1092-1097. */
    GAD_7("5-10-15", 5, 10, 15),
    /** MDI, 0 to 50, as calculators of the questionnaire give it: 20 to 24 mild, 25 to 29 moderate, from 30 severe. */
    MDI_20("20-25-30", 20, 25, 30),
    /** MDI, 0 to 50, as quoted from Bech (2015): 21 to 25 mild, 26 to 30 moderate, from 31 severe. */
    MDI_21("21-26-31", 21, 26, 31);

    /** The sets of the MDI. */
    public static final List<SeverityBands> OF_MDI = List.of(MDI_20, MDI_21);

    private final String id;
    private final int mild;
    private final int moderate;
    private final int severe;

    SeverityBands(String id, int mild, int moderate, int severe) {
        this.id = id;
        this.mild = mild;
        this.moderate = moderate;
        this.severe = severe;
    }

    /** The lowest totals of the three bands, which is its name. */
    public String id() {
        return id;
    }

    /** The set of the MDI of a name. */
    public static Optional<SeverityBands> ofMdi(String id) {
        return OF_MDI.stream().filter(bands -> bands.id.equals(id)).findFirst();
    }

    /** The other set of the MDI. */
    public SeverityBands other() {
        return Arrays.stream(values())
                .filter(bands -> OF_MDI.contains(bands) && bands != this)
                .findFirst()
                .orElseThrow();
    }

    /** The band of a total. */
    public Severity of(int total) {
        if (total >= severe) {
            return Severity.SEVERE;
        }
        return total >= moderate ? Severity.MODERATE : total >= mild ? Severity.MILD : Severity.NONE;
    }

    /** The bands that a total can be in. */
    public Set<Severity> of(ScoreRange total) {
        return Severity.between(of(total.least()), of(total.most()));
    }
}
