package org.ipstrial.dataset.studies;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One study.
 *
 * @param name          its name, unlike any other's
 * @param year          its year, if the table has it
 * @param numbers       what it found
 * @param sharedControl the mark that it has in common with studies of the same control arm, or empty
 * @param levels        what it has in columns that were asked for, as text
 */
public record Study(
        String name, Optional<Integer> year, StudyNumbers numbers, String sharedControl, Map<String, String> levels) {

    /** Copies the levels. */
    public Study {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(year, "year");
        Objects.requireNonNull(numbers, "numbers");
        Objects.requireNonNull(sharedControl, "sharedControl");
        levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
    }
}
