package org.ipstrial.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rehearsal: the arms shuffled, their names nowhere, and every page saying so. */
class ReportBlindTest {

    private static final String PLAN = """
            trial: "Offering Ødegaard against care as usual"
            participants:
              file: participants.csv
              arm: {control: care as usual, labels: {XQ: Ødegaard, YQ: Ødegaard plus, ZQ: care as usual}}
              columns: {site: {label: Site of Ødegaard}}
            outcomes: {worked: {kind: binary, label: Worked after Ødegaard plus}}
            analyses:
              - {id: first, compare: worked}
              - {id: effects, subgroups: worked, by: [site]}
            baseline: [site]
            expect: {rows: 90, arms: {Ødegaard: 20, Ødegaard plus: 30, care as usual: 40}}
            """;

    @TempDir
    private Path folder;

    private Path plan;
    private Path out;

    @BeforeEach
    void write() throws IOException {
        plan = Files.writeString(folder.resolve("trial.yaml"), PLAN);
        out = folder.resolve("rehearsal");
        StringBuilder text = new StringBuilder("id,arm,site,worked\n");
        for (int person = 0; person < 90; person++) {
            text.append("Z9QK").append(100 + person).append(person < 20 ? ",XQ," : person < 50 ? ",YQ," : ",ZQ,");
            text.append(person % 3 == 0 ? "north," : "south,")
                    .append(person < 50 ? "1\n" : person % 9 == 5 ? "\n" : "0\n");
        }
        Files.writeString(folder.resolve("participants.csv"), text);
    }

    private Run blind(String... more) {
        return Run.of(
                Stream.concat(Stream.of("report", plan.toString(), "--blind", "-o", out.toString()), Stream.of(more))
                        .toList());
    }

    @Test
    void noFileAndNoMessageNamesAnArm() throws IOException {
        Run run = blind();
        assertThat(run.exit()).isZero();
        assertThat(run.out() + run.err()).doesNotContain("degaard").doesNotContain("care as usual");
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file) + file.getFileName();
                assertThat(text.replace("\\u00d8", "Ø"))
                        .as(file.toString())
                        .doesNotContain("degaard")
                        .doesNotContain("care as usual")
                        .doesNotContain("XQ")
                        .doesNotContain("Z9QK");
                if (!file.endsWith("reported.txt")) {
                    assertThat(file.getFileName().toString()).startsWith("rehearsal-");
                }
            }
        }
        assertThat(Files.readString(out.resolve("rehearsal-results.csv")))
                .contains(",A,")
                .contains(",B,")
                .contains(",C,");
    }

    @Test
    void everyPageSaysSo() throws IOException {
        blind();
        String words = "Rehearsal with shuffled arms: no result here is of the trial";
        for (String page : List.of("html", "md", "txt", "tex")) {
            assertThat(Files.readString(out.resolve("rehearsal-report." + page)))
                    .as(page)
                    .contains(words);
        }
        assertThat(Files.readString(out.resolve("rehearsal-report.tex"))).contains("\\markright{" + words);
        assertThat(Files.readString(out.resolve("rehearsal-results.json")))
                .contains("\"rehearsal-seed\": 20120101")
                .contains("\"control\": \"C\"")
                .contains("\"trial\": \"Offering [arm] against [arm]\"");
    }

    /** Fifty who all worked and forty who never did: shuffled, no arm stands out, and none need have its own size. */
    @Test
    void theArmsAreShuffledOverThePeople() throws IOException {
        Set<String> sizesOfControl = new HashSet<>();
        for (int seed = 1; seed <= 12; seed++) {
            assertThat(blind("--seed", String.valueOf(seed)).exit()).isZero();
            String csv = Files.readString(out.resolve("rehearsal-results.csv"));
            List<String> sizes = new ArrayList<>();
            for (String arm : List.of("A", "B", "C")) {
                sizes.add(new Run(0, csv, "").value("flow", arm, "count", "randomised"));
                double share =
                        Double.parseDouble(new Run(0, csv, "").value("first", arm, "proportion", "wilson", "estimate"));
                assertThat(share).isBetween(0.25, 0.9);
            }
            assertThat(sizes).containsExactlyInAnyOrder("20", "30", "40");
            sizesOfControl.add(sizes.get(2));
        }
        assertThat(sizesOfControl).containsExactlyInAnyOrder("20", "30", "40");
    }

    @Test
    void theSameSeedGivesTheSameAndOnlyTheArmsMove() {
        List<String> arms = new ArrayList<>(Collections.nCopies(5, "a"));
        arms.addAll(Collections.nCopies(7, "b"));
        List<String> once = Rehearsal.shuffled(arms, List.of("a", "b"), 3);
        assertThat(Rehearsal.shuffled(arms, List.of("a", "b"), 3)).isEqualTo(once);
        assertThat(Rehearsal.shuffled(arms, List.of("a", "b"), 4)).isNotEqualTo(once);
        assertThat(Set.of(Collections.frequency(once, "a"), Collections.frequency(once, "b")))
                .isEqualTo(Set.of(5, 7));
    }

    @Test
    void isNeverTakenForAReport() throws IOException {
        assertThat(blind("--check", out.toString()).err()).contains("--check and --output are both given");
        assertThat(Run.of("report", plan.toString(), "--blind", "--check", folder.toString())
                        .err())
                .startsWith(
                        "ipstrial: --check and --blind are both given; a rehearsal is no report, and is true of nothing");
        assertThat(Run.of("report", plan.toString(), "--seed", "1", "-o", out.toString())
                        .err())
                .startsWith("ipstrial: --seed is given without --blind");
        // Neither replaces the other.
        assertThat(Run.of("report", plan.toString(), "-q", "-o", out.toString()).exit())
                .isZero();
        assertThat(blind().exit()).isEqualTo(2);
        Path other = folder.resolve("other");
        assertThat(Run.of("report", plan.toString(), "--blind", "-q", "-o", other.toString())
                        .exit())
                .isZero();
        assertThat(Run.of("report", plan.toString(), "-q", "-o", other.toString())
                        .exit())
                .isEqualTo(2);
        assertThat(Run.of("report", plan.toString(), "-q", "--check", other.toString())
                        .exit())
                .isEqualTo(1);
    }

    /** What the plan expects is still held against the real arms. */
    @Test
    void theDataAreCheckedBeforeTheyAreShuffled() throws IOException {
        Files.writeString(plan, PLAN.replace("Ødegaard: 20", "Ødegaard: 21"));
        assertThat(blind("-q").exit()).isEqualTo(3);
        assertThat(out).doesNotExist();
    }
}
