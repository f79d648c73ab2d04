package org.ipstrial.cli;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks for ids in bytes, in every encoding in which they could stand there, and in the files of a folder while the
 * program runs and afterwards.
 */
final class IdHunt implements AutoCloseable {

    /** Files of an import that hold ids on purpose, and their hidden neighbours while they are written. */
    private static final Pattern MEANT = Pattern.compile(
            "copy[^/]*/(\\.?)(participants|outcomes|spells|follow-up|weeks)\\.csv(\\.\\d+-\\d+\\.tmp)?");

    private final Path folder;
    private final Set<String> needles = new LinkedHashSet<>();
    private final Set<String> found = new ConcurrentSkipListSet<>();
    private final Set<String> seen = new ConcurrentSkipListSet<>();
    private final Thread watcher = new Thread(this::watch, "id-hunt");
    private volatile boolean closed;

    IdHunt(Path folder, List<String> ids) {
        this.folder = folder;
        for (String id : ids) {
            needle(id);
            needles.add(sha256(id));
        }
        // What all of the ids that look like ids begin with.
        needle("Z9QK");
        watcher.setDaemon(true);
        watcher.start();
    }

    private void needle(String id) {
        for (Charset charset : List.of(
                StandardCharsets.UTF_8,
                StandardCharsets.ISO_8859_1,
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE)) {
            needles.add(bytes(id.toLowerCase(Locale.ROOT).getBytes(charset)));
        }
    }

    /** Whether some bytes hold an id; letter case aside. */
    boolean isIn(byte[] bytes) {
        String text = bytes(bytes).toLowerCase(Locale.ROOT);
        return needles.stream().anyMatch(text::contains);
    }

    /** The files that held an id and must not have, at any time; looks once more first. */
    Set<String> found() {
        look();
        return found;
    }

    /** Every file that was seen, at any time. */
    Set<String> seen() {
        return seen;
    }

    private void watch() {
        while (!closed) {
            look();
            LockSupport.parkNanos(2_000_000);
        }
    }

    private void look() {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile).forEach(files::add);
        } catch (IOException | java.io.UncheckedIOException e) {
            // A file went away while the folder was read: the next round sees the rest.
        }
        for (Path file : files) {
            String name = folder.relativize(file).toString().replace('\\', '/');
            try {
                seen.add(name);
                if (!MEANT.matcher(name).matches() && isIn(Files.readAllBytes(file))) {
                    found.add(name);
                }
            } catch (IOException e) {
                // Gone again.
                continue;
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        try {
            watcher.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String bytes(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String sha256(String id) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
