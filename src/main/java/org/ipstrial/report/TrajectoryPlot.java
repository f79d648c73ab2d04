package org.ipstrial.report;

import java.util.List;
import java.util.Objects;

/**
 * Scores over time, one line a team, with the cut points of the bands; or numbers that stand until the next day of theirs.
 *
 * @param title what it shows, for its caption and for those who do not see it
 * @param score the words of the score
 * @param least the lowest score that there can be
 * @param most  the highest
 * @param cuts  the bands, the best first
 * @param several what a mark means that stands for several teams
 * @param teams the teams, at most {@value CurvePlot#MOST_ARMS}
 * @param steps whether a number stands until the next day; else it was there on its day only
 */
public record TrajectoryPlot(
        String title,
        String score,
        double least,
        double most,
        List<Cut> cuts,
        String several,
        List<Team> teams,
        boolean steps)
        implements Block {

    /**
     * A band.
     *
     * @param label its name
     * @param from  its lowest score
     */
    public record Cut(String label, double from) {}

    /**
     * A team. The columns have one length, days ascending.
     *
     * @param label its name
     * @param days  when it was reviewed, in days since 1970-01-01
     * @param least the lowest score that the review leaves possible
     * @param most  the highest, the same where every item was rated
     */
    public record Team(String label, double[] days, double[] least, double[] most) {}

    /** Refuses no team, and more than can be told apart. */
    public TrajectoryPlot {
        Objects.requireNonNull(title, "title");
        cuts = List.copyOf(cuts);
        teams = List.copyOf(teams);
        if (teams.isEmpty() || teams.size() > CurvePlot.MOST_ARMS) {
            throw new IllegalArgumentException("wanted 1 to " + CurvePlot.MOST_ARMS + " teams, got " + teams.size());
        }
    }

    /** The first day of all teams. */
    public double firstDay() {
        return teams.stream().mapToDouble(team -> team.days()[0]).min().orElseThrow();
    }

    /** The last day of all teams. */
    public double lastDay() {
        return teams.stream()
                .mapToDouble(team -> team.days()[team.days().length - 1])
                .max()
                .orElseThrow();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.trajectories(this);
    }
}
