package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressBarTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console =
            new Console(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream(), err);
    private final AtomicLong seconds = new AtomicLong();

    @Test
    void showsHowFarItHasComeAfterASecondAndGoesAway() {
        ProgressBar bar = new ProgressBar(console, true, () -> seconds.get() * 1_000_000_000L);
        bar.done(100, 1_000);
        assertThat(shown()).isEmpty();

        seconds.set(2);
        bar.done(150, 1_000);
        assertThat(shown()).isEqualTo("\r\u001b[Kresampling [##########" + " ".repeat(30) + "] 25%");

        bar.clear();
        assertThat(shown()).endsWith("25%\r\u001b[K");
    }

    @Test
    void beginsAnewWithTheNextResampling() {
        ProgressBar bar = new ProgressBar(console, true, () -> seconds.get() * 1_000_000_000L);
        bar.done(1_000, 1_000);
        seconds.set(2);
        bar.done(500, 1_000);
        assertThat(shown()).endsWith("] 50%");
    }

    @Test
    void isSilentWhereNobodyWatches() {
        ProgressBar bar = new ProgressBar(console, false, () -> seconds.addAndGet(5) * 1_000_000_000L);
        bar.done(500, 1_000);
        bar.clear();
        assertThat(shown()).isEmpty();
    }

    private String shown() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
