package org.ipstrial.dataset.history;

import java.util.Optional;
import java.util.OptionalDouble;

/** One outcome of one person, as far as it is known. */
public interface DerivedValue {

    /** Whether the whole window is known. */
    boolean complete();

    /** A yes/no outcome, or of an amount of workers whether somebody worked; nothing where it is missing. */
    Optional<Boolean> event();

    /** An amount; nothing where it is missing. */
    OptionalDouble amount();
}
