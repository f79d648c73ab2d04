package org.ipstrial.stats.resampling;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Runs a loop in blocks on several threads. What is computed for a number must depend on that number alone. */
final class Blocks {

    private static final int SLICES = 200;

    private Blocks() {}

    /** The part of a loop from one number up to, but not including, another. */
    @FunctionalInterface
    interface Part {
        void run(int from, int to);
    }

    /** Runs the numbers of all replicates, and ends when the last block has ended. */
    static void run(Resampling resampling, Part part) {
        int count = resampling.resamples();
        int blocks = Math.min(resampling.threads(), count);
        List<FutureTask<Void>> others = new ArrayList<>();
        for (int block = 1; block < blocks; block++) {
            int from = (int) ((long) count * block / blocks);
            int to = (int) ((long) count * (block + 1) / blocks);
            FutureTask<Void> task = new FutureTask<>(() -> slices(resampling, part, from, to), null);
            others.add(task);
            Thread thread = new Thread(task, "resampling-" + block);
            thread.setDaemon(true);
            thread.start();
        }
        slices(resampling, part, 0, count / blocks);
        others.forEach(Blocks::await);
    }

    /** Runs a block in slices, so that somebody can be told how far it has come. */
    private static void slices(Resampling resampling, Part part, int from, int to) {
        int size = Math.max(1, resampling.resamples() / SLICES);
        for (int start = from; start < to; start += size) {
            int end = Math.min(to, start + size);
            part.run(start, end);
            resampling.progress().done(end - start, resampling.resamples());
        }
    }

    private static void await(FutureTask<Void> task) {
        try {
            task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while resampling", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("resampling failed", e.getCause());
        }
    }
}
