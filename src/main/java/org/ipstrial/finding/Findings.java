package org.ipstrial.finding;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that was found in one run, collected and not stopped at the first. Of each code the first
 * {@value #KEPT} are kept and the rest are counted.
 */
public final class Findings {

    /** How many findings of one code are kept. */
    public static final int KEPT = 20;

    private final Set<FindingCode> accepted = EnumSet.noneOf(FindingCode.class);
    private final Map<FindingCode, List<Finding>> kept = new EnumMap<>(FindingCode.class);
    private final Map<FindingCode, Long> counts = new EnumMap<>(FindingCode.class);

    /** Nothing found yet, and no refusal accepted beforehand. */
    public Findings() {
        this(Set.of());
    }

    /**
     * Nothing found yet.
     *
     * @param accepted codes that the user accepts; those that are not {@link FindingCode#allowable} refuse all the same
     */
    public Findings(Set<FindingCode> accepted) {
        accepted.stream().filter(FindingCode::allowable).forEach(this.accepted::add);
    }

    /** Adds a finding in the words of its code; see {@link Finding#of}. */
    public void add(FindingCode code, Location where, Object... arguments) {
        long count = counts.merge(code, 1L, Long::sum);
        if (count <= KEPT) {
            kept.computeIfAbsent(code, any -> new ArrayList<>()).add(Finding.of(code, where, arguments));
        }
    }

    /** Whether this very finding is among those that are kept. */
    public boolean hold(Finding finding) {
        return kept.getOrDefault(finding.code(), List.of()).contains(finding);
    }

    /** Adds what another collection has and this one does not, as where the same file was read twice. */
    public void addNew(Findings others) {
        accepted.addAll(others.accepted);
        others.kept.forEach((code, findings) -> {
            List<Finding> fresh =
                    findings.stream().filter(finding -> !hold(finding)).toList();
            if (fresh.isEmpty()) {
                return;
            }
            List<Finding> here = kept.computeIfAbsent(code, any -> new ArrayList<>());
            fresh.stream().limit(Math.max(0, KEPT - here.size())).forEach(here::add);
            counts.merge(code, others.counts.get(code) - findings.size() + fresh.size(), Long::sum);
        });
    }

    /** Adds all of another collection, with its counts and what was accepted there. */
    public void addAll(Findings others) {
        accepted.addAll(others.accepted);
        others.counts.forEach((code, count) -> {
            counts.merge(code, count, Long::sum);
            List<Finding> mine = kept.computeIfAbsent(code, any -> new ArrayList<>());
            for (Finding finding : others.kept.get(code)) {
                if (mine.size() < KEPT) {
                    mine.add(finding);
                }
            }
        });
    }

    /** Nothing found yet, and the same refusals accepted. */
    public Findings ofNothing() {
        return new Findings(accepted);
    }

    /** Adds all of another collection, found in a part of the file that begins so many lines further down. */
    public void addAll(Findings others, long lines) {
        Findings moved = others.ofNothing();
        others.counts.forEach(moved.counts::put);
        others.kept.forEach((code, findings) -> moved.kept.put(
                code,
                findings.stream()
                        .map(finding -> new Finding(code, finding.where().further(lines), finding.message()))
                        .toList()));
        addAll(moved);
    }

    /** The same without warnings of some codes. */
    public Findings withoutWarnings(Set<FindingCode> codes) {
        Set<FindingCode> told = EnumSet.noneOf(FindingCode.class);
        codes.stream().filter(code -> severity(code) == Severity.WARNING).forEach(told::add);
        return without(told);
    }

    /** The same without findings of some codes. */
    public Findings without(Set<FindingCode> codes) {
        Findings others = new Findings(accepted);
        others.addAll(this);
        others.counts.keySet().removeAll(codes);
        others.kept.keySet().removeAll(codes);
        return others;
    }

    /** Whether anything found refuses the run. */
    public boolean refuse() {
        return counts.keySet().stream().anyMatch(code -> severity(code) == Severity.REFUSAL);
    }

    /** What findings of a code do to this run: a refusal that the user accepts only warns. */
    public Severity severity(FindingCode code) {
        return code.severity() == Severity.REFUSAL && accepted.contains(code) ? Severity.WARNING : code.severity();
    }

    /** Whether nothing was found at all. */
    public boolean isEmpty() {
        return counts.isEmpty();
    }

    /** The codes that were found, in the order of their declaration. */
    public Set<FindingCode> codes() {
        return Collections.unmodifiableSet(new LinkedHashSet<>(counts.keySet()));
    }

    /** How many of a code were found, kept or not. */
    public long count(FindingCode code) {
        return counts.getOrDefault(code, 0L);
    }

    /** The findings kept, by file, line, column and code. */
    public List<Finding> inReadingOrder() {
        return kept.values().stream()
                .flatMap(List::stream)
                .sorted(Findings::inReadingOrder)
                .toList();
    }

    /** How many findings of each code were counted and not kept; codes with none are left out. */
    public Map<FindingCode, Long> beyondKept() {
        Map<FindingCode, Long> more = new EnumMap<>(FindingCode.class);
        counts.forEach((code, count) -> {
            if (count > KEPT) {
                more.put(code, count - KEPT);
            }
        });
        return more;
    }

    /**
     * Ends the run if anything found refuses it.
     *
     * @throws RefusedException with these findings
     */
    public void throwIfRefused() {
        if (refuse()) {
            throw new RefusedException(this);
        }
    }

    private static int inReadingOrder(Finding one, Finding other) {
        int order = one.where().file().compareTo(other.where().file());
        if (order == 0) {
            order = Long.compare(one.where().line(), other.where().line());
        }
        if (order == 0) {
            order = Integer.compare(one.where().columnNumber(), other.where().columnNumber());
        }
        return order == 0 ? one.code().id().compareTo(other.code().id()) : order;
    }
}
