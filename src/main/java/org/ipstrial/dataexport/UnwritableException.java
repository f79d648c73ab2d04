package org.ipstrial.dataexport;

/** Some text cannot stand in a file of the form that is wanted. */
public final class UnwritableException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Says what stands in the way, without the text itself. */
    UnwritableException(String message) {
        super(message);
    }
}
