package org.ipstrial.fault;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Counts what is done to the files below a folder, and makes one of these steps fail. */
public final class Faults {

    private static String folder;
    private static long failing;
    private static long steps;
    private static String failed;
    private static String at;
    private static boolean last;
    private static final List<String> KINDS = new ArrayList<>();

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
        last = false;
        KINDS.clear();
    }

    /**
     * From now on steps are counted, and none works from one on, as when the program is killed there: what it would do to
     * clean up does not happen either.
     *
     * @param below the folder
     * @param first the first step that does not work
     */
    public static synchronized void cut(String below, long first) {
        arm(below, first);
        last = true;
    }

    /** Steps are no longer counted. */
    public static synchronized void disarm() {
        folder = null;
    }

    /** How many steps there were. */
    public static synchronized long steps() {
        return steps;
    }

    /** What each step was. */
    public static synchronized List<String> kinds() {
        return List.copyOf(KINDS);
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
        KINDS.add(what);
        alive();
        boolean again = what.equals(failed) && path.toString().equals(at);
        if (steps == failing || again) {
            failed = what;
            at = path.toString();
            throw new IOException(what.startsWith("write") ? "No space left on device" : "Input/output error");
        }
    }

    /** A step that never fails by itself: it works unless all was cut off. */
    static synchronized void alive() throws IOException {
        if (folder != null && last && steps >= failing) {
            failed = "cut";
            throw new IOException("Input/output error");
        }
    }
}
