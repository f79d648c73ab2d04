package org.ipstrial.simulate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ipstrial.plan.simulation.SimulatedArm;
import org.ipstrial.stats.resampling.Draws;

/**
 * Randomisation in permuted blocks within strata. Each block holds the places of every arm in an order drawn anew; people
 * take the places in turn. An arm that has as many people as it should gets nobody more: its places are passed over, so
 * that the arms have exactly the planned numbers and only the last few people are no longer balanced.
 */
final class PermutedBlocks {

    private final List<SimulatedArm> arms;
    private final PersonStreams streams;
    private final int[] left;
    private final Map<String, Stratum> strata = new HashMap<>();

    /** The places that are left of a stratum's block, and how many blocks it has begun. */
    private static final class Stratum {
        private final List<Integer> places = new ArrayList<>();
        private int blocks;
    }

    PermutedBlocks(List<SimulatedArm> arms, PersonStreams streams) {
        this.arms = List.copyOf(arms);
        this.streams = streams;
        this.left = arms.stream().mapToInt(SimulatedArm::people).toArray();
    }

    /**
     * The arm of the next person of a stratum, by its place among the arms; there must be room in one of them.
     *
     * @param stratum names the stratum
     */
    int next(String stratum) {
        Stratum one = strata.computeIfAbsent(stratum, any -> new Stratum());
        while (true) {
            if (one.places.isEmpty()) {
                one.places.addAll(block(stratum, one.blocks++));
            }
            int arm = one.places.remove(0);
            if (left[arm] > 0) {
                left[arm]--;
                return arm;
            }
        }
    }

    /** A shuffled block: from the last place down, each is swapped with one drawn from those up to it. */
    private List<Integer> block(String stratum, int number) {
        List<Integer> places = new ArrayList<>();
        for (int arm = 0; arm < arms.size(); arm++) {
            for (int place = 0; place < arms.get(arm).perBlock(); place++) {
                places.add(arm);
            }
        }
        Draws draws = streams.of(number, "block", stratum);
        for (int place = places.size() - 1; place > 0; place--) {
            int other = draws.below(place + 1);
            Integer moved = places.set(other, places.get(place));
            places.set(place, moved);
        }
        return places;
    }
}
