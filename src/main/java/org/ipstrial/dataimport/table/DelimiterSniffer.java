package org.ipstrial.dataimport.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;
import org.ipstrial.finding.Location;

/**
 * The delimiter of a file that does not say it: the one that cuts the first {@value #RECORDS} records into equally many
 * fields. Where no one does, because rows are ragged or lines stand above the header, the only one that the header
 * holds, or else the only one that cuts most records alike. Never one of two.
 */
final class DelimiterSniffer {

    static final int RECORDS = 100;

    private static final String CANDIDATES = ",;\t|";
    private static final int LONGEST_QUOTED = 1 << 20;

    private DelimiterSniffer() {}

    static char sniff(Location file, String text, int start, Optional<Character> quote, Findings findings) {
        List<int[]> records = records(text, start, quote);
        List<Integer> equal = new ArrayList<>();
        List<Integer> inHeader = new ArrayList<>();
        List<Integer> usual = new ArrayList<>();
        for (int candidate = 0; candidate < CANDIDATES.length(); candidate++) {
            int which = candidate;
            int header = records.isEmpty() ? 0 : records.get(0)[which];
            if (header > 0) {
                inHeader.add(which);
                if (records.stream().allMatch(counts -> counts[which] == header)) {
                    equal.add(which);
                }
            }
            if (cutsMostAlike(records, which)) {
                usual.add(which);
            }
        }
        for (List<Integer> found : List.of(equal, inHeader, usual)) {
            if (found.size() == 1) {
                return CANDIDATES.charAt(found.get(0));
            }
            if (!found.isEmpty()) {
                String names = found.stream().map(DelimiterSniffer::name).collect(Collectors.joining(", "));
                findings.add(FindingCode.E133, file, "it could be " + names);
                return ',';
            }
        }
        return ',';
    }

    private static boolean cutsMostAlike(List<int[]> records, int which) {
        long most = records.stream()
                .filter(counts -> counts[which] > 0)
                .collect(Collectors.groupingBy(counts -> counts[which], Collectors.counting()))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        return most * 2 > records.size();
    }

    /** How often each candidate stands outside quotes, in each of the first records that is not blank. */
    private static List<int[]> records(String text, int start, Optional<Character> quote) {
        List<int[]> records = new ArrayList<>();
        int[] counts = new int[CANDIDATES.length()];
        boolean blank = true;
        boolean fieldStart = true;
        for (int at = start; at < text.length() && records.size() < RECORDS; at++) {
            char c = text.charAt(at);
            if (fieldStart && quote.isPresent() && c == quote.get()) {
                at = closingQuote(text, at, c);
                blank = false;
                fieldStart = false;
                continue;
            }
            if (c == '\n' || c == '\r') {
                if (!blank) {
                    records.add(counts);
                }
                counts = new int[CANDIDATES.length()];
                blank = true;
                fieldStart = true;
                continue;
            }
            int candidate = CANDIDATES.indexOf(c);
            if (candidate >= 0) {
                counts[candidate]++;
            }
            fieldStart = candidate >= 0;
            blank &= c == ' ';
        }
        if (!blank && records.size() < RECORDS) {
            records.add(counts);
        }
        return records;
    }

    private static int closingQuote(String text, int open, char quote) {
        int last = Math.min(text.length(), open + LONGEST_QUOTED);
        for (int at = open + 1; at < last; at++) {
            if (text.charAt(at) == quote) {
                if (at + 1 < text.length() && text.charAt(at + 1) == quote) {
                    at++;
                } else {
                    return at;
                }
            }
        }
        // Not closed: the check of quotes will say so; here the quote is passed over.
        return open;
    }

    private static String name(int candidate) {
        return List.of("comma", "semicolon", "tab", "bar").get(candidate);
    }
}
