package org.ipstrial.cli.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The hidden files of one act of writing. They are gone when it is over, and when the program is told to end in its midst:
 * then no more are made, and what is being put in place is first put there, or taken back, whole. Of acts within acts the
 * innermost ends first, so that a folder is kept from other runs until nothing in it moves.
 */
final class Temporaries implements AutoCloseable {

    /** What puts files in their places. */
    @FunctionalInterface
    interface Placing {
        /** Moves the files. */
        void run() throws IOException;
    }

    /** What makes a hidden file, or takes one that is there. */
    @FunctionalInterface
    interface Taking<T> {
        /** Returns what holds the file, or null where it was not to be had. */
        T run() throws IOException;
    }

    /** The acts that are not over, the innermost first; null when the program is ending. */
    private static Deque<Temporaries> acts = new ArrayDeque<>();

    static {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(Temporaries::end));
        } catch (IllegalStateException e) {
            acts = null;
        }
    }

    private final List<Path> files = new ArrayList<>();
    private boolean over;

    /** Begins an act of writing; where the program is ending already, none. */
    Temporaries() throws IOException {
        synchronized (Temporaries.class) {
            if (acts == null) {
                throw ending();
            }
            acts.push(this);
        }
    }

    /** An empty hidden file beside a target; see {@link AtomicFile#create}. */
    synchronized Path create(Path target, boolean owner) throws IOException {
        if (over) {
            throw ending();
        }
        Path file = AtomicFile.create(target, owner);
        files.add(file);
        return file;
    }

    /** Takes a hidden file of this name; the end of the program waits until it is known whether it was to be had. */
    synchronized <T> T take(Path file, Taking<T> taking) throws IOException {
        if (over) {
            throw ending();
        }
        T taken = taking.run();
        if (taken != null) {
            files.add(file);
        }
        return taken;
    }

    /** Puts files in their places, which the end of the program waits for. */
    synchronized void place(Placing placing) throws IOException {
        if (over) {
            throw ending();
        }
        placing.run();
    }

    private synchronized void clear() {
        over = true;
        files.forEach(AtomicFile::delete);
        files.clear();
    }

    @Override
    public void close() {
        clear();
        synchronized (Temporaries.class) {
            if (acts != null) {
                acts.remove(this);
            }
        }
    }

    private static void end() {
        Deque<Temporaries> left;
        synchronized (Temporaries.class) {
            left = acts;
            acts = null;
        }
        left.forEach(Temporaries::clear);
    }

    private static IOException ending() {
        return new IOException("the program was told to end");
    }
}
