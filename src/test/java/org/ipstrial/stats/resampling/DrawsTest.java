package org.ipstrial.stats.resampling;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.rng.core.source64.L64X128Mix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawsTest {

    /** The second route is the library's own way, which draws again for a quarter of the bits at three times 2^29. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 445, 1 << 30, (1 << 30) + 1, 3 << 29, Integer.MAX_VALUE})
    void drawsWhatTheLibraryDraws(int n) {
        Draws draws = new Draws(new L64X128Mix(1, 2, 3, 4));
        L64X128Mix library = new L64X128Mix(1, 2, 3, 4);

        for (int i = 0; i < 10_000; i++) {
            assertThat(draws.below(n)).isEqualTo(library.nextInt(n)).isBetween(0, n - 1);
        }
    }

    @Test
    void drawsTheFractionsThatTheLibraryDraws() {
        Draws draws = new Draws(new L64X128Mix(1, 2, 3, 4));
        L64X128Mix library = new L64X128Mix(1, 2, 3, 4);

        for (int i = 0; i < 10_000; i++) {
            assertThat(draws.fraction()).isEqualTo(library.nextDouble()).isBetween(0.0, 1 - 0x1p-53);
        }
    }
}
