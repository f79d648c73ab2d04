package org.ipstrial.dataset.programme;

import java.util.OptionalLong;

/**
 * When somebody was enrolled, when an employer was first talked to about them, and when they left.
 *
 * @param enrolled the day, counted from 1970-01-01
 * @param contact  the day of the first contact with an employer, not before enrolment; nothing where there was none
 * @param left     the last day in the programme; nothing for who is still in it
 */
public record Enrolment(long enrolled, OptionalLong contact, OptionalLong left) {

    /** Refuses days in the wrong order. */
    public Enrolment {
        if (contact.orElse(enrolled) < enrolled || left.orElse(enrolled) < enrolled) {
            throw new IllegalArgumentException("nothing must be before the enrolment");
        }
    }
}
