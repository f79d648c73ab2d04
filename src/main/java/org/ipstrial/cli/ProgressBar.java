package org.ipstrial.cli;

import java.util.function.LongSupplier;
import org.ipstrial.stats.resampling.Progress;

/**
 * A line on standard error that says how far long work has come: only where that is a terminal, and not in the first
 * second. Whether it is one the launcher tells, since Java cannot ask it.
 */
final class ProgressBar implements Progress {

    /** Set by the launcher where standard error is a terminal. */
    static final String TERMINAL = "ipstrial.terminal";

    private static final long WAIT = 1_000_000_000L;
    private static final long PAUSE = 100_000_000L;
    private static final int WIDTH = 40;

    private final Console console;
    private final boolean wanted;
    private final LongSupplier clock;
    private final long start;
    private long last;
    private long done;
    private boolean shown;

    ProgressBar(Console console, Messages messages) {
        this(console, !messages.quiet() && !messages.json() && Boolean.getBoolean(TERMINAL), System::nanoTime);
    }

    ProgressBar(Console console, boolean wanted, LongSupplier clock) {
        this.console = console;
        this.wanted = wanted;
        this.clock = clock;
        this.start = clock.getAsLong();
        this.last = start;
    }

    @Override
    public synchronized void done(int replicates, int of) {
        done += replicates;
        long now = clock.getAsLong();
        if (wanted && now - start > WAIT && now - last > PAUSE) {
            last = now;
            shown = true;
            int filled = (int) (WIDTH * Math.min(done, of) / of);
            console.transientLine(
                    "resampling [" + "#".repeat(filled) + " ".repeat(WIDTH - filled) + "] " + 100 * done / of + "%");
        }
        if (done >= of) {
            done = 0;
        }
    }

    /** Takes the line away. */
    synchronized void clear() {
        if (shown) {
            console.transientLine("");
        }
    }
}
