package org.ipstrial.plan.lock;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A plan as it stood on the day that it was locked, with the hashes of the data if they existed.
 *
 * @param lockedOn the day, of the machine's clock in UTC
 * @param program  what locked it, name and version
 * @param planHash SHA-256 of the plan's bytes, in hexadecimal
 * @param hashedOn the day on which the data were hashed, if they were
 * @param dataLater whether the plan was locked already when the data were hashed
 * @param data     SHA-256 by file, as the plan names the files, in the plan's order
 * @param text     the plan's text, byte order mark and line ends included
 */
public record PlanLock(
        LocalDate lockedOn,
        String program,
        String planHash,
        Optional<LocalDate> hashedOn,
        boolean dataLater,
        Map<String, String> data,
        String text) {

    /** Copies the hashes. */
    public PlanLock {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
    }

    /** Whether the data existed when the plan was locked. */
    public boolean afterTheData() {
        return hashedOn.isPresent() && !dataLater;
    }

    /** The same plan, locked as it was, with data that came later. */
    public PlanLock withData(LocalDate day, Map<String, String> hashes) {
        return new PlanLock(lockedOn, program, planHash, Optional.of(day), true, hashes, text);
    }
}
