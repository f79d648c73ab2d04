package org.ipstrial.stats.resampling;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Runs a loop in blocks on several threads. What is computed for a number must depend on that number alone. */
final class Blocks {

    private Blocks() {}

    /** The part of a loop from one number up to, but not including, another. */
    @FunctionalInterface
    interface Part {
        void run(int from, int to);
    }

    /** Runs all numbers from 0 to {@code count}, and ends when the last block has ended. */
    static void run(int count, int threads, Part part) {
        int blocks = Math.min(threads, count);
        List<FutureTask<Void>> others = new ArrayList<>();
        for (int block = 1; block < blocks; block++) {
            int from = (int) ((long) count * block / blocks);
            int to = (int) ((long) count * (block + 1) / blocks);
            FutureTask<Void> task = new FutureTask<>(() -> part.run(from, to), null);
            others.add(task);
            Thread thread = new Thread(task, "resampling-" + block);
            thread.setDaemon(true);
            thread.start();
        }
        part.run(0, count / blocks);
        others.forEach(Blocks::await);
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
