package org.ipstrial.dataimport.history;

import java.util.BitSet;

/**
 * A further file that was read.
 *
 * @param file   as the plan names it
 * @param sha256 of its bytes, in hexadecimal
 * @param rows   how many data rows it has
 * @param people how many participants have a row in it
 */
public record ReadFile(String file, String sha256, long rows, long people) {

    /** The same file, of whose rows it is known now whose they are: a participant's place, or -1. */
    ReadFile of(int[] places) {
        BitSet seen = new BitSet();
        for (int place : places) {
            if (place >= 0) {
                seen.set(place);
            }
        }
        return new ReadFile(file, sha256, rows, seen.cardinality());
    }
}
