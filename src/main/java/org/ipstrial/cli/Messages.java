package org.ipstrial.cli;

/**
 * How findings are told.
 *
 * @param json  as JSON lines instead of text
 * @param quiet refusals only
 */
record Messages(boolean json, boolean quiet) {

    /** Text, all of them. */
    static final Messages TEXT = new Messages(false, false);
}
