package org.ipstrial.ard;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The numbers of one key, in the order of {@link Statistic}.
 *
 * @param key    what they are about
 * @param cells  the numbers, at least one
 * @param status with a locked plan {@code planned}, {@code amended} or {@code post-hoc}; else empty
 */
public record Result(ResultKey key, Map<Statistic, Cell> cells, String status) {

    /** Copies the numbers. */
    public Result {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(status, "status");
        if (cells.isEmpty()) {
            throw new IllegalArgumentException("a result needs at least one number: " + key);
        }
        cells = Collections.unmodifiableMap(new EnumMap<>(cells));
    }

    /** The cell of a statistic, if the result has it. */
    public Optional<Cell> cell(Statistic statistic) {
        return Optional.ofNullable(cells.get(statistic));
    }

    /** The number of a statistic, if the result has it and it is estimable. */
    public Optional<Double> value(Statistic statistic) {
        return cell(statistic).filter(cell -> cell.value().isPresent()).map(cell -> cell.value()
                .getAsDouble());
    }
}
