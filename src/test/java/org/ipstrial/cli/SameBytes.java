package org.ipstrial.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Every golden case, and what is written into folders, in this one Java process and the locale, time zone, character set
 * and compiler that it was started with. Prints a line for each case that differs in a byte, the digest of each file of which
 * no copy is kept, and how many cases were tried. {@code scripts/same-bytes} starts it.
 */
final class SameBytes {

    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Path SAMPLES = Path.of("sample-data");

    private final String threads;
    private final Path work;
    private int passed;
    private int failed;

    private SameBytes(String threads, Path work) {
        this.threads = threads;
        this.work = work;
    }

    /** How many threads, a folder to write to, and, if only some cases are wanted, what their names match. */
    public static void main(String[] args) throws IOException {
        SameBytes all = new SameBytes(args[0], Path.of(args[1]));
        System.out.println("here " + Locale.getDefault() + ", "
                + TimeZone.getDefault().getID() + ", " + Charset.defaultCharset() + ", threads " + args[0]);
        all.golden(args.length > 2 ? args[2] : ".*");
        all.kept("report", "supported-work", SAMPLES.resolve("supported-work/report"));
        all.kept("simulate", "ips-three-arm", SAMPLES.resolve("ips-three-arm"));
        all.copied();
        System.out.println("tried " + all.passed + " passed, " + all.failed + " failed");
        System.exit(all.failed == 0 ? 0 : 1);
    }

    private void golden(String wanted) throws IOException {
        for (Path folder : list(GOLDEN)) {
            if (!folder.getFileName().toString().matches(wanted)) {
                continue;
            }
            List<String> args = new ArrayList<>(Files.readAllLines(folder.resolve("args"), StandardCharsets.UTF_8));
            Path exit = folder.resolve("exit");
            int code =
                    Files.exists(exit) ? Integer.parseInt(Files.readString(exit).strip()) : 0;
            run(folder.getFileName().toString(), args, code, Files.readAllBytes(folder.resolve("expected")));
        }
    }

    /** A command that writes a folder of which the checkout keeps a copy. */
    private void kept(String command, String trial, Path copy) throws IOException {
        for (Path file : list(written(command, trial))) {
            String name = file.getFileName().toString();
            compare(
                    name + " of " + command,
                    Files.exists(copy.resolve(name)) && Files.mismatch(file, copy.resolve(name)) < 0,
                    "it is not as in " + copy);
        }
    }

    /** An import, of which there is no copy to compare it with: its digest is printed. */
    private void copied() throws IOException {
        for (Path file : list(written("import", "ips-three-arm"))) {
            System.out.println("folder " + file.getFileName() + " " + digest(file));
        }
    }

    private Path written(String command, String trial) {
        Path target = work.resolve(command);
        Path plan = SAMPLES.resolve(trial).resolve("trial.yaml");
        run(command, List.of(command, plan.toString(), "-o", target.toString(), "-q"), 0, new byte[0]);
        return target;
    }

    private void run(String name, List<String> args, int code, byte[] expected) {
        List<String> all = new ArrayList<>(args);
        if (takesThreads(args)) {
            all.addAll(List.of("--threads", threads));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = Main.run(all.toArray(String[]::new), new Console(new ByteArrayInputStream(new byte[0]), out, err));
        compare(
                name,
                exit == code && err.size() == 0 && Arrays.equals(out.toByteArray(), expected),
                "exit code " + exit + ", byte " + Arrays.mismatch(out.toByteArray(), expected) + " "
                        + err.toString(StandardCharsets.UTF_8).strip());
    }

    private void compare(String name, boolean same, String how) {
        if (same) {
            passed++;
        } else {
            failed++;
            System.out.println("DIFFERS " + name + ": " + how);
        }
    }

    private static boolean takesThreads(List<String> args) {
        return Commands.named(args.get(0))
                .map(command -> command.command().spec(command.id()).findOption("--threads") != null)
                .orElse(false);
    }

    private static String digest(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Iterable<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return new TreeSet<>(files.toList());
        }
    }
}
