package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ipstrial.cli.Run.SUPPORTED_WORK;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Methods that are computed on request: by pairs, by all allocations, in standard deviations. */
class RankMethodsTest {

    private static final String FILE = SUPPORTED_WORK.toString();

    private static Run earnings(String method, String... more) {
        List<String> args = new ArrayList<>(
                List.of("compare", FILE, "--control", "control", "--outcome", "earnings_1978", "--method", method));
        args.addAll(Arrays.asList(more));
        return Run.of(args);
    }

    /** R 4.2.2 and coin 1.4-2 on the same file: median(outer(x, y, "-")), wilcox_test(distribution = exact("shift")). */
    @Test
    void agreesWithOthersOnTheSupportedWorkExperiment() {
        Run run = earnings("hodges-lehmann:all,test:mann-whitney-exact", "--format", "csv");

        assertThat(run.exit()).isZero();
        assertThat(run.value("hodges-lehmann", "asymptotic", "estimate")).isEqualTo("590.78");
        assertThat(run.value("hodges-lehmann", "exact", "conf.low")).isEqualTo("0");
        assertThat(run.value("mann-whitney-exact", "p.value")).startsWith("0.0108509863652");
        assertThat(run.value("mann-whitney-exact", "statistic")).isEqualTo("27402.5");
    }

    @Test
    void areNotComputedUnlessAskedFor() {
        Run run = Run.of("compare", FILE, "--control", "control", "--outcome", "earnings_1978", "--format", "csv");

        assertThat(run.out())
                .doesNotContain("hodges-lehmann", "win-odds", "standardised", "permutation", "mann-whitney-exact");
    }

    /** Three in ten have no earnings: the lower limit is exactly 0, though the test rejects. */
    @Test
    void saysWhenZerosSettleTheResult() {
        assertThat(earnings("hodges-lehmann:exact", "--format", "csv").out())
                .contains("hodges-lehmann,exact,estimate,590.78,,,many-ties-at-zero");
        Run text = earnings("hodges-lehmann:exact");
        assertThat(text.out())
                .contains(
                        "Hodges-Lehmann difference: estimate or limit exactly 0, because so many in both arms have 0.");
        assertThat(earnings("win-odds:all").out()).contains("Win odds").doesNotContain("because so many");
    }

    @Test
    void theSeedMovesThePermutationTestAndIsStated() {
        Run one = earnings("test:permutation", "--format", "csv");
        Run other = earnings("test:permutation", "--format", "csv", "--seed", "2");
        Run threads = earnings("test:permutation", "--format", "csv", "--threads", "7");

        assertThat(threads.out()).isEqualTo(one.out());
        assertThat(other.value("permutation", "p.value")).isNotEqualTo(one.value("permutation", "p.value"));
        assertThat(earnings("test:permutation").out()).contains("10000 resamples");
    }

    @Test
    void whatIsTooLargeForAnExactComputationIsSaidAndNotReplaced(@TempDir Path folder) throws IOException {
        StringBuilder csv = new StringBuilder("id,arm,hours\n");
        for (int i = 0; i < 460; i++) {
            csv.append(i).append(i % 2 == 0 ? ",a," : ",b,").append(i % 37).append('\n');
        }
        Path file = folder.resolve("in.csv");
        Files.writeString(file, csv, StandardCharsets.UTF_8);
        String[] compare = {"compare", file.toString(), "--control", "b", "--outcome", "hours"};

        Run named = Run.of(Arrays.asList(concat(compare, "--method", "test:mann-whitney-exact")));
        assertThat(named.exit()).isEqualTo(6);
        assertThat(named.out()).contains("not computed: more people");
        Run all = Run.of(Arrays.asList(concat(compare, "--method", "all", "--format", "csv")));
        assertThat(all.exit()).isZero();
        assertThat(all.out())
                .contains("test,mann-whitney-exact,p.value,,p,,too-large-for-exact")
                .contains("hodges-lehmann,exact,conf.low,,,,too-large-for-exact");
    }

    private static String[] concat(String[] first, String... more) {
        String[] all = Arrays.copyOf(first, first.length + more.length);
        System.arraycopy(more, 0, all, first.length, more.length);
        return all;
    }
}
