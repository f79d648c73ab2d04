package org.ipstrial.dataset.programme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A fidelity scale: its items, each scored from 1 to 5, in their sections, and the names of its totals. Only numbers and
 * short names of the items are held; the anchors by which an item is scored are not.
 *
 * <p>Sources: 25 items of 1 to 5, highest total 125, section Staffing with items 1 to 3: the scale as the Centre for Mental
 * Health publishes it. Fair from 74 to 99 is quoted from a published table; the other cut points of IPS-25, the cut points
 * of IPS-15 and the names of the other items are those in common use, and are to be held against the edition in hand.
 */
public enum FidelityScale {
    /** The 25-item scale. */
    IPS_25(
            "IPS-25",
            List.of(
                    new Section("Staffing", FidelityItems.STAFFING),
                    new Section("Organization", FidelityItems.ORGANIZATION),
                    new Section("Services", FidelityItems.SERVICES)),
            List.of(
                    new FidelityBand("exemplary", 115, 125),
                    new FidelityBand("good", 100, 114),
                    new FidelityBand("fair", 74, 99),
                    new FidelityBand("not-supported-employment", 25, 73))),
    /** The older 15-item scale. */
    IPS_15(
            "IPS-15",
            List.of(
                    new Section("Staffing", FidelityItems.STAFFING_15),
                    new Section("Organization", FidelityItems.ORGANIZATION_15),
                    new Section("Services", FidelityItems.SERVICES_15)),
            List.of(
                    new FidelityBand("good", 66, 75),
                    new FidelityBand("fair", 56, 65),
                    new FidelityBand("not-supported-employment", 15, 55)));

    /** The lowest score of an item. */
    public static final int LEAST = 1;

    /** The highest score of an item. */
    public static final int MOST = 5;

    private final String id;
    private final List<Section> sections;
    private final List<FidelityBand> bands;

    /**
     * A section.
     *
     * @param name  its name
     * @param items the names of its items, in order
     */
    public record Section(String name, List<String> items) {}

    FidelityScale(String id, List<Section> sections, List<FidelityBand> bands) {
        this.id = id;
        this.sections = sections;
        this.bands = bands;
    }

    /** The name that files and results use. */
    public String id() {
        return id;
    }

    /** The sections, in order. */
    public List<Section> sections() {
        return sections;
    }

    /** The bands, the best first. */
    public List<FidelityBand> bands() {
        return bands;
    }

    /** The names of the items, the first being item 1. */
    public List<String> items() {
        List<String> items = new ArrayList<>();
        sections.forEach(section -> items.addAll(section.items()));
        return items;
    }

    /** The numbers of the items of a section, from and to. */
    public int[] numbers(Section section) {
        int from = 1;
        for (Section before : sections.subList(0, sections.indexOf(section))) {
            from += before.items().size();
        }
        return new int[] {from, from + section.items().size() - 1};
    }

    /** The band of a total. */
    public FidelityBand band(int total) {
        return bands.stream().filter(band -> band.holds(total)).findFirst().orElseThrow();
    }

    /** The scale of a name. */
    public static Optional<FidelityScale> named(String name) {
        return Arrays.stream(values()).filter(scale -> scale.id.equals(name)).findFirst();
    }

    /** The names of all. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(FidelityScale::id).toList();
    }
}
