package org.ipstrial.ard;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * One number of a result.
 *
 * @param value the number, or empty where it is not estimable
 * @param unit  its unit
 * @param note  a code that explains, or empty
 */
public record Cell(OptionalDouble value, Unit unit, String note) {

    /** Refuses a number that is not finite, and an empty value that nothing explains. */
    public Cell {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(note, "note");
        if (value.isPresent() && !Double.isFinite(value.getAsDouble())) {
            throw new IllegalArgumentException("value must be finite, got " + value.getAsDouble());
        }
        if (value.isEmpty() && note.isEmpty()) {
            throw new IllegalArgumentException("an empty value needs a note");
        }
    }

    /** A number that needs no explanation. */
    public static Cell of(double value, Unit unit) {
        return new Cell(OptionalDouble.of(value), unit, "");
    }

    /** A number of people. */
    public static Cell count(long count) {
        return of(count, Unit.COUNT);
    }

    /** A number that does not exist, and why. */
    public static Cell empty(Unit unit, String note) {
        return new Cell(OptionalDouble.empty(), unit, note);
    }

    /** The same number with a note. */
    public Cell withNote(String code) {
        return new Cell(value, unit, code);
    }
}
