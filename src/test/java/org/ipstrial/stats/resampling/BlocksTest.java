package org.ipstrial.stats.resampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
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
