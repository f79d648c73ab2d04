package org.ipstrial.fault;

import java.io.IOException;

/** Counts what is done to the files below a folder, and makes one of these steps fail. */
public final class Faults {

    private static String folder;
    private static long failing;
    private static long steps;
    private static String failed;
    private static String at;

    private Faults() {}

    /**
     * From now on steps are counted.
     *
     * @param below  the folder
     * @param fails which step fails, from 1; 0 for none
     */
    public static synchronized void arm(String below, long fails) {
        folder = below;
        failing = fails;
        steps = 0;
        failed = "";
        at = "";
    }

    /** Steps are no longer counted. */
    public static synchronized void disarm() {
        folder = null;
    }

    /** How many steps there were. */
    public static synchronized long steps() {
        return steps;
    }

    /** Which step failed, or nothing. */
    public static synchronized String failed() {
        return failed;
    }

    /** A step; what failed once fails again, so that to try it again does not help. */
    static synchronized void step(String what, Object path) throws IOException {
        if (folder == null || !path.toString().startsWith(folder)) {
            return;
        }
        steps++;
        boolean again = what.equals(failed) && path.toString().equals(at);
        if (steps == failing || again) {
            failed = what;
            at = path.toString();
            throw new IOException(what.startsWith("write") ? "No space left on device" : "Input/output error");
        }
    }
}
