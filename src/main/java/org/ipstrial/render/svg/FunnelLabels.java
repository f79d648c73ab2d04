package org.ipstrial.render.svg;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where the numbers of studies stand: as near to each ring as there is room, on no other ring, on no other number, and where
 * that leads not far away on no line.
 */
final class FunnelLabels {

    private static final double AIR = 0.8;
    private static final double RISE = 0.72;
    private static final double FALL = 0.2;

    /** Where the middle of a number may lie from its ring: right and left first, then the corners, above and below. */
    private static final double[][] SIDES = {
        {1, 0}, {-1, 0}, {1, -1}, {-1, -1}, {1, 1}, {-1, 1}, {0, -1}, {0, 1}, {1, -0.5}, {-1, -0.5}, {1, 0.5}, {-1, 0.5}
    };

    private static final double[] NEAR = {0, 2, 5, 9};
    private static final double[] FARTHER = {0, 2, 5, 9, 14, 20, 27, 35, 44, 54, 65};

    private final double radius;
    private final double size;
    private final Box frame;
    private final double[] xs;
    private final double[] ys;
    private final List<Line> lines;
    private final List<Box> taken = new ArrayList<>();

    /**
     * A line of a figure from a point to one below it.
     *
     * @param fromX where it begins, from the left
     * @param fromY where it begins, from the top
     * @param toX   where it ends, from the left
     * @param toY   where it ends, from the top
     */
    record Line(double fromX, double fromY, double toX, double toY) {

        private boolean crosses(Box box) {
            double from = Math.max(box.top, fromY);
            double to = Math.min(box.bottom, toY);
            return from <= to && Math.min(at(from), at(to)) <= box.right && Math.max(at(from), at(to)) >= box.left;
        }

        private double at(double y) {
            return fromX + (toX - fromX) * (y - fromY) / (toY - fromY);
        }
    }

    /**
     * A box of a figure, y downwards.
     *
     * @param left   its left side
     * @param top    its top
     * @param right  its right side
     * @param bottom its bottom
     */
    record Box(double left, double top, double right, double bottom) {

        boolean meets(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }

        boolean holds(Box other) {
            return left <= other.left && other.right <= right && top <= other.top && other.bottom <= bottom;
        }

        /** The square of how far a point is from it. */
        double apart(double x, double y) {
            double across = x - Math.min(Math.max(x, left), right);
            double down = y - Math.min(Math.max(y, top), bottom);
            return across * across + down * down;
        }

        /** Where the words that it is made for stand. */
        double baseline(double size) {
            return top + RISE * size;
        }
    }

    /**
     * No number placed yet.
     *
     * @param xs     where each ring is, from the left
     * @param ys     where each is, from the top
     * @param radius of a ring
     * @param size   of the numbers
     * @param frame  where numbers may stand
     * @param lines  what numbers stand clear of if they can
     */
    FunnelLabels(double[] xs, double[] ys, double radius, double size, Box frame, List<Line> lines) {
        this.lines = List.copyOf(lines);
        this.xs = xs;
        this.ys = ys;
        this.radius = radius;
        this.size = size;
        this.frame = frame;
        for (int i = 0; i < xs.length; i++) {
            taken.add(around(xs[i], ys[i], radius + AIR / 2, radius + AIR / 2));
        }
    }

    /** A place for a ring's number, which nothing else gets; none where there is none. */
    Optional<Box> place(int ring, String number) {
        return Stream.<Supplier<Optional<Box>>>of(
                        () -> place(
                                ring,
                                number,
                                NEAR,
                                box -> isNearest(ring, box) && lines.stream().noneMatch(line -> line.crosses(box))),
                        () -> place(ring, number, FARTHER, box -> isNearest(ring, box)),
                        () -> place(ring, number, FARTHER, box -> true))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Box> place(int ring, String number, double[] distances, Predicate<Box> good) {
        double half = SvgText.width(number, size) / 2;
        double height = (RISE + FALL) * size / 2;
        for (double distance : distances) {
            for (double[] side : SIDES) {
                double x = xs[ring] + side[0] * (radius + AIR + half + distance);
                double y = ys[ring] + side[1] * (radius + AIR + height + distance);
                Box box = around(x, y, half, height);
                if (frame.holds(box) && taken.stream().noneMatch(box::meets) && good.test(box)) {
                    taken.add(around(x, y, half + AIR / 2, height));
                    return Optional.of(box);
                }
            }
        }
        return Optional.empty();
    }

    /** Whether no other ring is as near to a number. */
    private boolean isNearest(int ring, Box box) {
        double own = box.apart(xs[ring], ys[ring]);
        return IntStream.range(0, xs.length).filter(i -> i != ring).noneMatch(i -> box.apart(xs[i], ys[i]) <= own);
    }

    private static Box around(double x, double y, double across, double down) {
        return new Box(x - across, y - down, x + across, y + down);
    }
}
