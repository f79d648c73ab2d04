package org.ipstrial.dataimport.history;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ipstrial.dataimport.table.RawColumn;
import org.ipstrial.dataimport.text.CellText;
import org.ipstrial.finding.FindingCode;
import org.ipstrial.finding.Findings;

/** The participants by id, as rows of other files are joined to them. */
final class People {

    private final Map<String, Integer> places = new HashMap<>();

    /** The ids without the zeros in front; made only when a row fits nobody. */
    private Set<String> withoutZeros;

    /** Everybody, in the order of the participants file. */
    People(List<String> ids) {
        for (int place = 0; place < ids.size(); place++) {
            places.put(ids.get(place), place);
        }
    }

    int size() {
        return places.size();
    }

    /** Their ids, never to be shown. */
    Set<String> ids() {
        return places.keySet();
    }

    /** The place of the participant that a row belongs to; -1 where there is none, which is told. */
    int at(RawColumn ids, int row, Findings findings) {
        String id = CellText.plain(ids.cell(row));
        int place = places.getOrDefault(id, -1);
        if (place < 0) {
            String mend = fitsWithZeros(id)
                    ? "zeros in front were lost in one of the two files, and with them it fits: export the ids as text"
                    : "correct the id, or take the rows of others out of the file";
            findings.add(FindingCode.E258, ids.at(row), mend);
        }
        return place;
    }

    private boolean fitsWithZeros(String id) {
        if (withoutZeros == null) {
            withoutZeros = new HashSet<>();
            places.keySet().stream().filter(People::isDigits).forEach(known -> withoutZeros.add(bare(known)));
        }
        return isDigits(id) && withoutZeros.contains(bare(id));
    }

    private static boolean isDigits(String id) {
        return !id.isEmpty() && id.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String bare(String id) {
        int from = 0;
        while (from < id.length() - 1 && id.charAt(from) == '0') {
            from++;
        }
        return id.substring(from);
    }
}
