package org.ipstrial.stats.descriptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Numbers from day to day, by hand and by counting every day. */
class DailyCountTest {

    private static DailyCount spells(long[]... spells) {
        return DailyCount.ofSpells(
                Arrays.stream(spells).mapToLong(spell -> spell[0]).toArray(),
                Arrays.stream(spells).mapToLong(spell -> spell[1]).toArray());
    }

    /** Days 1 to 4 one, 3 to 6 another: 1 1 2 2 1 1, sum 8 over 6 days. */
    @Test
    void firstAndLastDayCount() {
        DailyCount count = spells(new long[] {1, 4}, new long[] {3, 6});
        assertThat(count.days()).isEqualTo(6);
        assertThat(count.mean()).isEqualTo(8.0 / 6);
        assertThat(count.most()).isEqualTo(2);
        assertThat(count.daysOver(1)).isEqualTo(2);
        assertThat(count.daysOver(2)).isZero();
        assertThat(count.daysOver(0)).isEqualTo(6);
        assertThat(LongStream.rangeClosed(0, 7).map(count::on).toArray()).containsExactly(0, 1, 1, 2, 2, 1, 1, 0);
        assertThat(count.changes()).containsExactly(1, 3, 5);
    }

    /** Who comes on the day after another left is no change; a day without anybody between is. */
    @Test
    void oneAfterAnotherAndAGap() {
        assertThat(spells(new long[] {1, 4}, new long[] {5, 9}).changes()).containsExactly(1);
        DailyCount gap = spells(new long[] {1, 2}, new long[] {5, 6});
        assertThat(gap.days()).isEqualTo(6);
        assertThat(gap.mean()).isEqualTo(4.0 / 6);
        assertThat(gap.on(3)).isZero();
        assertThat(spells(new long[] {7, 7}).days()).isEqualTo(1);
    }

    @Test
    void countsStandUntilTheNext() {
        DailyCount count = DailyCount.ofCounts(Map.of(10L, 19L, 12L, 22L, 15L, 20L), 19);
        // 19 19 22 22 22 20 20 20 20 20
        assertThat(count.days()).isEqualTo(10);
        assertThat(count.mean()).isEqualTo((2 * 19 + 3 * 22 + 5 * 20) / 10.0);
        assertThat(count.daysOver(20)).isEqualTo(3);
        assertThat(count.on(19)).isEqualTo(20);
        assertThat(count.on(9)).isZero();
        DailyCount ended = DailyCount.ofCounts(Map.of(8L, 0L, 10L, 3L, 12L, 0L), 19);
        assertThat(ended.first()).isEqualTo(10);
        assertThat(ended.last()).isEqualTo(11);
        assertThat(ended.on(12)).isZero();
    }

    /** A second route: every day of every spell, one by one, in any order of the spells. */
    @Test
    void agreesWithCountingEveryDay() {
        SplittableRandom random = new SplittableRandom(7);
        for (int run = 0; run < 200; run++) {
            int n = 1 + random.nextInt(12);
            long[] first = new long[n];
            long[] last = new long[n];
            Map<Long, Long> days = new HashMap<>();
            for (int i = 0; i < n; i++) {
                first[i] = random.nextInt(40) - 20;
                last[i] = first[i] + random.nextInt(15);
                for (long day = first[i]; day <= last[i]; day++) {
                    days.merge(day, 1L, Long::sum);
                }
            }
            long from = Arrays.stream(first).min().orElseThrow();
            long to = Arrays.stream(last).max().orElseThrow();
            DailyCount count = DailyCount.ofSpells(first, last);
            assertThat(count.first()).isEqualTo(from);
            assertThat(count.last()).isEqualTo(to);
            assertThat(count.most())
                    .isEqualTo(days.values().stream().max(Long::compare).orElseThrow());
            assertThat(count.mean())
                    .isEqualTo((double)
                                    days.values().stream().mapToLong(one -> one).sum()
                            / (to - from + 1));
            for (int limit = 0; limit < 6; limit++) {
                int over = limit;
                assertThat(count.daysOver(limit))
                        .isEqualTo(
                                days.values().stream().filter(one -> one > over).count());
            }
            for (long day = from - 1; day <= to + 1; day++) {
                assertThat(count.on(day)).isEqualTo(days.getOrDefault(day, 0L));
            }
            assertThat(DailyCount.ofCounts(filled(days, from, to), to).mean()).isEqualTo(count.mean());
        }
    }

    private static Map<Long, Long> filled(Map<Long, Long> days, long from, long to) {
        Map<Long, Long> all = new HashMap<>();
        for (long day = from; day <= to; day++) {
            all.put(day, days.getOrDefault(day, 0L));
        }
        return all;
    }

    @Test
    void refusals() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> spells(new long[] {4, 3}))
                .withMessage("a spell must not end before it begins, got 4 and 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DailyCount.ofSpells(new long[0], new long[0]))
                .withMessage("wanted as many first as last days, at least one, got 0 and 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DailyCount.ofCounts(Map.of(3L, 1L), 2))
                .withMessage("wanted counts of days up to 2, got [3]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DailyCount.ofCounts(Map.of(1L, 0L), 2))
                .withMessage("wanted at least one day with more than 0");
    }
}
