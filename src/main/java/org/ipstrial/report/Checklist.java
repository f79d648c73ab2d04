package org.ipstrial.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ipstrial.report.Block.Align;

/**
 * The checklist of CONSORT 2025, its items in words of our own: where the report holds what an item asks for, wholly or in
 * part, and what is left to its authors. That something is there does not say that it is enough.
 *
 * <p>Source: Hopewell S and others (2025), PLOS Medicine 22(4):e1004587.
 */
final class Checklist {

    /** The numbered lines, in order. */
    static final List<String> ITEMS = List.of(
            "1a", "1b", "2", "3", "4", "5a", "5b", "6", "7", "8", "9", "10", "11", "12a", "12b", "13", "14", "15",
            "16a", "16b", "17a", "17b", "18", "19", "20a", "20b", "21a", "21b", "21c", "21d", "22a", "22b", "23a",
            "23b", "24a", "24b", "25", "26", "27", "28", "29", "30");

    private Checklist() {}

    /**
     * The checklist on a page.
     *
     * @param whole by item the heading of the section that holds what it asks for
     * @param part  by item the heading of the section that holds some of it
     */
    static List<Block> of(Words words, Map<String, String> whole, Map<String, String> part) {
        List<List<String>> rows = new ArrayList<>();
        for (String item : ITEMS) {
            String where = whole.containsKey(item)
                    ? whole.get(item)
                    : part.containsKey(item)
                            ? words.get("report.consort.part", part.get(item))
                            : words.get("report.consort.authors");
            rows.add(List.of(item, words.get("report.consort." + item), where));
        }
        return List.of(
                new Block.Paragraph(words.get("report.consort.what")),
                new Block.Table(
                        List.of(
                                words.get("report.consort.item"),
                                words.get("report.consort.asks"),
                                words.get("report.consort.where")),
                        List.of(Align.LEFT, Align.LEFT, Align.LEFT),
                        rows));
    }
}
