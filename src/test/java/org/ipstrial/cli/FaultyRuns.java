package org.ipstrial.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.ipstrial.fault.Faults;
import org.ipstrial.finding.FindingCode;

/**
 * Runs commands in a Java process whose every step on files can be made to fail, one after the other, and prints a line for
 * each run: {@code good} or {@code BAD}, the command, the step that failed, and what was wrong.
 */
final class FaultyRuns {

    /** Commands by name; those that are run before the one that fails come first. */
    static final Map<String, List<String>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("page", List.of("compare PLAN -o OUT/page.txt"));
        COMMANDS.put("page over a page", List.of("rates PLAN -o OUT/page.txt", "compare PLAN -o OUT/page.txt"));
        COMMANDS.put("import", List.of("import PLAN -o OUT/copy"));
        COMMANDS.put("import over an import", List.of("import PLAN -o OUT/copy", "import PLAN -o OUT/copy"));
        COMMANDS.put("simulate", List.of("simulate SIMULATION -o OUT/made-up"));
        COMMANDS.put("lock", List.of("plan lock PLAN"));
        COMMANDS.put("report", List.of("report PLAN -o OUT/report"));
        COMMANDS.put(
                "report over a report", List.of("report PLAN -o OUT/report", "report PLAN -o OUT/report --min-cell 2"));
    }

    private final Path work;
    private final long most;
    private final Random random;

    private FaultyRuns(Path work, long most, long seed) {
        this.work = work;
        this.most = most;
        this.random = new Random(seed);
    }

    /** Folder to work in, the most steps that are made to fail in each command, and the seed by which they are chosen. */
    public static void main(String[] args) throws IOException {
        FaultyRuns runs = new FaultyRuns(Path.of(args[0]), Long.parseLong(args[1]), Long.parseLong(args[2]));
        for (Map.Entry<String, List<String>> command : COMMANDS.entrySet()) {
            runs.fail(command.getKey(), command.getValue());
        }
    }

    private void fail(String name, List<String> commands) throws IOException {
        String last = commands.get(commands.size() - 1);
        prepare(commands);
        Map<String, String> before = files();
        Faults.arm(work.toString(), 0);
        Run whole = run(last);
        Faults.disarm();
        long steps = Faults.steps();
        List<String> kinds = Faults.kinds();
        Map<String, String> after = files();
        if (whole.exit() != 0) {
            System.out.println("BAD " + name + ": without a fault it ends with " + whole.exit() + ": " + whole.err());
            return;
        }
        System.out.println("steps " + name + ": " + steps);
        for (long step : chosen(steps)) {
            prepare(commands);
            Faults.arm(work.toString(), step);
            Run run = run(last);
            Faults.disarm();
            List<String> wrong = wrong(run, before, after);
            System.out.println((wrong.isEmpty() ? "good " : "BAD ") + name + ", step " + step + " (" + Faults.failed()
                    + "): " + wrong);
        }
        cut(name, commands, kinds, before, after);
    }

    /** Cut off where it puts a file in its place, each file is as it was or as it should be, and the next run writes all. */
    private void cut(
            String name,
            List<String> commands,
            List<String> kinds,
            Map<String, String> before,
            Map<String, String> after)
            throws IOException {
        String last = commands.get(commands.size() - 1);
        for (int step = 1; step <= kinds.size(); step++) {
            if (!kinds.get(step - 1).equals("write move")) {
                continue;
            }
            prepare(commands);
            Faults.cut(work.toString(), step);
            Run cut = run(last);
            Faults.disarm();
            List<String> wrong = new ArrayList<>();
            if (cut.exit() == 0 || !Faults.failed().equals("cut")) {
                wrong.add("it was not cut off");
            }
            files().forEach((file, text) -> {
                boolean whole = text.equals(before.get(file)) || text.equals(after.get(file));
                if (!whole && !isTemporary(file) && !isUnfinished(text)) {
                    wrong.add(file + " is neither as it was nor as it should be");
                }
            });
            Run again = run(last);
            if (again.exit() != 0) {
                wrong.add("the next run ends with " + again.exit() + ": " + again.err());
            }
            Map<String, String> now = files();
            now.keySet().removeIf(FaultyRuns::isTemporary);
            if (!now.equals(after)) {
                wrong.add("after the next run files are not as they should be: " + now.keySet());
            }
            System.out.println(
                    (wrong.isEmpty() ? "good " : "BAD ") + name + ", cut off at step " + step + ": " + wrong);
        }
    }

    private static boolean isTemporary(String file) {
        return file.endsWith(".tmp");
    }

    /** The note of a folder that says that it is unfinished: all that is left where even the note cannot be taken back. */
    private static boolean isUnfinished(String text) {
        return text.lines().skip(1).findFirst().orElse("").startsWith("unfinished: ");
    }

    private static boolean isSame(Map<String, String> now, Map<String, String> then) {
        return now.keySet().equals(then.keySet())
                && now.entrySet().stream()
                        .allMatch(file -> file.getValue().equals(then.get(file.getKey()))
                                || Faults.failed().equals("write move") && isUnfinished(file.getValue()));
    }

    /** All of them, or some by chance, always with the first and the last. */
    private List<Long> chosen(long steps) {
        if (steps <= most) {
            return LongStream.rangeClosed(1, steps).boxed().toList();
        }
        return Stream.concat(Stream.of(1L, steps), Stream.generate(() -> 1 + (long) (random.nextDouble() * steps)))
                .limit(most)
                .distinct()
                .sorted()
                .toList();
    }

    private List<String> wrong(Run run, Map<String, String> before, Map<String, String> after) throws IOException {
        List<String> wrong = new ArrayList<>();
        if (Faults.failed().isEmpty()) {
            wrong.add("no step failed");
        }
        // A plan that names a file whose path cannot be followed is refused as a plan, with its line.
        boolean plan = Faults.failed().equals("resolve") && run.err().contains(FindingCode.E416.id());
        if (run.exit() != ExitCode.FILE && !plan) {
            wrong.add("it ends with " + run.exit() + ": " + run.err());
        }
        if (PlantedTrial.IDS.stream().anyMatch((run.out() + run.err())::contains)) {
            wrong.add("an id is shown");
        }
        if (!run.err().matches("(?s).*\\[E\\d{3}]\\n")) {
            wrong.add("no finding: " + run.err());
        }
        Map<String, String> now = files();
        if (!isSame(now, before) && !isSame(now, after)) {
            wrong.add("files are neither as they were nor as they should be: " + now.keySet());
        }
        return wrong;
    }

    private void prepare(List<String> commands) throws IOException {
        if (Files.exists(work)) {
            try (Stream<Path> all = Files.walk(work)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(work.resolve("out"));
        for (Map.Entry<String, String> file : PlantedTrial.files().entrySet()) {
            Files.writeString(work.resolve(file.getKey()), file.getValue());
        }
        for (String command : commands.subList(0, commands.size() - 1)) {
            if (run(command).exit() != 0) {
                throw new IllegalStateException(command + " does not work");
            }
        }
    }

    private Run run(String command) {
        String[] args = command.replace("OUT", work.resolve("out").toString())
                .replace("PLAN", work.resolve("trial.yaml").toString())
                .replace("SIMULATION", work.resolve("simulation.yaml").toString())
                .split(" ");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Main.run(args, new Console(new ByteArrayInputStream(new byte[0]), out, err));
        return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Every file with what it holds. */
    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(work)) {
            for (Path path : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        work.relativize(path).toString(),
                        new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }
}
