package org.ipstrial.stats.resampling;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs a loop in slices on several threads. What is computed for a number must depend on that number alone. */
public final class Blocks {

    private static final int SLICES = 200;

    private Blocks() {}

    /** The part of a loop from one number up to, but not including, another. */
    @FunctionalInterface
    public interface Part {
        /** Computes the numbers from one up to, but not including, another. */
        void run(int from, int to);
    }

    /** Runs the numbers of all replicates, and ends when the last slice has ended. */
    static void run(Resampling resampling, Part part) {
        run(resampling.resamples(), resampling.threads(), resampling.progress(), part);
    }

    /**
     * Runs the numbers from 0 up to, but not including, a count, and ends when the last slice has ended.
     *
     * @param threads  how many threads, at least 1
     * @param progress is told how far it has come
     */
    public static void run(int count, int threads, Progress progress, Part part) {
        AtomicInteger next = new AtomicInteger();
        List<FutureTask<Void>> others = new ArrayList<>();
        for (int other = 1; other < Math.min(threads, count); other++) {
            FutureTask<Void> task = new FutureTask<>(() -> slices(count, progress, part, next), null);
            others.add(task);
            Thread thread = new Thread(task, "resampling-" + other);
            thread.setDaemon(true);
            thread.start();
        }
        slices(count, progress, part, next);
        others.forEach(Blocks::await);
    }

    /** Takes one slice after the other, so that no thread waits for a slower one and somebody can be told how far it is. */
    private static void slices(int count, Progress progress, Part part, AtomicInteger next) {
        int size = Math.max(1, count / SLICES);
        for (int start = next.getAndAdd(size); start < count; start = next.getAndAdd(size)) {
            int end = Math.min(count, start + size);
            part.run(start, end);
            progress.done(end - start, count);
        }
    }

    private static void await(FutureTask<Void> task) {
        try {
            task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while resampling", e);
        } catch (ExecutionException e) {
            // A heap that is full is told as such, on whatever thread it was found.
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException("resampling failed", e.getCause());
        }
    }
}
