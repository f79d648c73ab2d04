package org.ipstrial.stats.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BlocksTest {

    @Test
    void everyNumberIsComputedOnceOnAnyNumberOfThreads() {
        for (int count : new int[] {1, 7, 199, 200, 201, 399, 1_000}) {
            for (int threads : new int[] {1, 2, 5, 2_000}) {
                AtomicIntegerArray times = new AtomicIntegerArray(count);
                AtomicLong told = new AtomicLong();
                Blocks.run(
                        count,
                        Math.min(threads, 50),
                        (done, of) -> {
                            assertThat(of).isEqualTo(count);
                            told.addAndGet(done);
                        },
                        (from, to) -> {
                            for (int i = from; i < to; i++) {
                                times.incrementAndGet(i);
                            }
                        });
                for (int i = 0; i < count; i++) {
                    assertThat(times.get(i)).isEqualTo(1);
                }
                assertThat(told).hasValue(count);
            }
        }
    }

    /** Two hundred slices, the last of what is left: on one thread they come in order, and each is told when it is done. */
    @Test
    void somebodyIsToldAfterEachTwoHundredth() {
        for (int count : new int[] {5, 399, 400, 1_000, 1_001}) {
            int size = count < 400 ? 1 : count / 200;
            List<String> slices = new ArrayList<>();
            List<Integer> told = new ArrayList<>();
            Blocks.run(count, 1, (done, of) -> told.add(done), (from, to) -> slices.add(from + " to " + to));

            assertThat(slices).hasSize((count + size - 1) / size).hasSameSizeAs(told);
            for (int i = 0; i < slices.size(); i++) {
                int end = Math.min(count, (i + 1) * size);
                assertThat(slices.get(i)).isEqualTo(i * size + " to " + end);
                assertThat(told.get(i)).isEqualTo(end - i * size);
            }
        }
    }

    /** Each thread waits until all have begun: with fewer the time runs out. None of them keeps a program from ending. */
    @Test
    void asManyThreadsAsAskedForWorkAtOnce() {
        CyclicBarrier all = new CyclicBarrier(3);
        Thread own = Thread.currentThread();
        Map<String, Boolean> threads = new ConcurrentHashMap<>();
        Blocks.run(3, 3, Progress.NONE, (from, to) -> {
            Thread here = Thread.currentThread();
            threads.put(here == own ? "own" : here.getName(), here.isDaemon());
            try {
                all.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new AssertionError(e);
            }
        });

        assertThat(threads).containsOnlyKeys("own", "resampling-1", "resampling-2");
        assertThat(threads).containsEntry("resampling-1", true).containsEntry("resampling-2", true);
    }

    /** Two hundred slices of a millisecond would give one thread too many its share. */
    @Test
    void noMoreThreadsThanAskedForWork() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        Blocks.run(200, 2, Progress.NONE, (from, to) -> {
            threads.add(Thread.currentThread());
            LockSupport.parkNanos(1_000_000);
        });

        assertThat(threads).hasSizeBetween(1, 2).contains(Thread.currentThread());
    }

    /** The slice of another thread fails; this one waits in its own until that has begun. */
    private static void failElsewhere(Throwable failure) {
        CountDownLatch begun = new CountDownLatch(1);
        Thread own = Thread.currentThread();
        Blocks.run(400, 2, Progress.NONE, (from, to) -> {
            if (Thread.currentThread() != own) {
                begun.countDown();
                BlocksTest.<RuntimeException>sneak(failure);
            }
            try {
                begun.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        });
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void sneak(Throwable failure) throws T {
        throw (T) failure;
    }

    @Test
    void whatFailsOnAnotherThreadFailsHere() {
        IllegalArgumentException failure = new IllegalArgumentException("a sample of nobody");

        assertThatThrownBy(() -> failElsewhere(failure)).isSameAs(failure);
        OutOfMemoryError error = new OutOfMemoryError("no heap");
        assertThatThrownBy(() -> failElsewhere(error)).isSameAs(error);
        IOException checked = new IOException("no part of resampling throws one");
        assertThatIllegalStateException()
                .isThrownBy(() -> failElsewhere(checked))
                .withMessage("resampling failed")
                .withCause(checked);
    }

    @Test
    void whoIsInterruptedWhileWaitingIsToldSo() {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Thread own = Thread.currentThread();
        try {
            assertThatIllegalStateException()
                    .isThrownBy(() -> Blocks.run(2, 2, Progress.NONE, (from, to) -> {
                        try {
                            if (Thread.currentThread() == own) {
                                begun.await();
                                own.interrupt();
                            } else {
                                begun.countDown();
                                ended.await();
                            }
                        } catch (InterruptedException e) {
                            throw new AssertionError(e);
                        }
                    }))
                    .withMessage("interrupted while resampling");
            assertThat(Thread.interrupted()).as("still interrupted").isTrue();
        } finally {
            ended.countDown();
        }
    }

    @Test
    void refusesNoResamplesAndNoThreads() {
        RandomStreams streams = RandomStreams.of(1, List.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Resampling(0, streams, 1))
                .withMessage("resamples must be at least 1, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Resampling(1, streams, 0))
                .withMessage("threads must be at least 1, got 0");
        assertThat(new Resampling(1, streams, 1).progress()).isSameAs(Progress.NONE);
    }
}
