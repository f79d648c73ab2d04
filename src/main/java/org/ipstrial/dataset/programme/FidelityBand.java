package org.ipstrial.dataset.programme;

/**
 * What a total score is called.
 *
 * @param id    its name in results
 * @param least the lowest total
 * @param most  the highest total
 */
public record FidelityBand(String id, int least, int most) {

    /** Whether a total is in it. */
    public boolean holds(int total) {
        return total >= least && total <= most;
    }
}
