package org.ipstrial.plan.lock;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ipstrial.digest.Sha256;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Location;
import org.ipstrial.finding.RefusedException;

/** A lock as a file: lines that people can read, and below them the plan as it was, to the byte. */
public final class LockText {

    private static final String TITLE = "ipstrial plan lock 1";
    private static final String CAUTION = "a local lock is no independent proof: keep a copy where others can date it";
    private static final String PLAN = "--- the plan as it was locked ---";
    private static final String LATER = ", when the plan was locked already";
    private static final Pattern HEAD = Pattern.compile(TITLE
            + "\nlocked on ([0-9]{4}-[0-9]{2}-[0-9]{2}) by ([^\n]+)\nplan {2}sha256 ([0-9a-f]{64})\n"
            + "((?:data {2}sha256 [0-9a-f]{64} {2}[^\n]+\n)*)"
            + "(?:data hashed on ([0-9]{4}-[0-9]{2}-[0-9]{2})(" + LATER + ")?\n)?" + CAUTION + "\n" + PLAN + "\n");
    private static final Pattern DATA = Pattern.compile("data {2}sha256 ([0-9a-f]{64}) {2}([^\n]+)\n");

    private LockText() {}

    /** Writes a lock. */
    public static String of(PlanLock lock) {
        StringBuilder text = new StringBuilder(TITLE).append('\n');
        text.append("locked on " + lock.lockedOn() + " by " + lock.program() + "\n");
        text.append("plan  sha256 " + lock.planHash() + "\n");
        lock.data().forEach((file, hash) -> text.append("data  sha256 " + hash + "  " + file + "\n"));
        lock.hashedOn().ifPresent(day -> text.append("data hashed on " + day + (lock.dataLater() ? LATER : "") + "\n"));
        return text.append(CAUTION + "\n" + PLAN + "\n").append(lock.text()).toString();
    }

    /**
     * Reads a lock.
     *
     * @param file its name for messages
     * @throws RefusedException if it is none, or the plan in it is not the one that it says
     */
    public static PlanLock read(String file, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        Matcher head = HEAD.matcher(text);
        if (!head.lookingAt()) {
            throw RefusedException.of(FindingCode.E450, Location.file(file), "it does not begin as a lock does");
        }
        Map<String, String> data = new LinkedHashMap<>();
        DATA.matcher(head.group(4)).results().forEach(line -> data.put(line.group(2), line.group(1)));
        Optional<String> hashedOn = Optional.ofNullable(head.group(5));
        String plan = text.substring(head.end());
        if (hashedOn.isPresent() == data.isEmpty()) {
            throw RefusedException.of(
                    FindingCode.E450, Location.file(file), "hashes of data and their day do not go together");
        }
        if (!Sha256.of(plan.getBytes(StandardCharsets.UTF_8)).equals(head.group(3))) {
            throw RefusedException.of(
                    FindingCode.E450, Location.file(file), "the plan in it is not the one it has the hash of");
        }
        try {
            return new PlanLock(
                    LocalDate.parse(head.group(1)),
                    head.group(2),
                    head.group(3),
                    hashedOn.map(LocalDate::parse),
                    head.group(6) != null,
                    data,
                    plan);
        } catch (DateTimeException e) {
            throw RefusedException.of(FindingCode.E450, Location.file(file), "a day in it is none of the calendar");
        }
    }
}
