package org.ipstrial.catalogue.times;

import java.util.List;
import org.ipstrial.ard.Measure;
import org.ipstrial.catalogue.Evaluation;
import org.ipstrial.catalogue.Family;
import org.ipstrial.catalogue.Method;
import org.ipstrial.stats.survival.competing.FineGray;
import org.ipstrial.stats.survival.hazards.ArmModel;
import org.ipstrial.stats.survival.hazards.HazardMethod;

/** The methods for the ratio of subdistribution hazards, where ends compete. */
public final class SubdistributionMethods {

    /** The name of the method. */
    public static final String FINE_GRAY = "fine-gray";

    /** Subdistribution hazard of one cause in the group over that in the reference; on request. */
    public static final Family<HazardMethod> FAMILY = new Family<>(
            Measure.SUBDISTRIBUTION_HAZARD_RATIO,
            Family.Input.TIMES,
            0,
            List.of(new Method<>(
                    FINE_GRAY,
                    "Fine and Gray's model, Breslow's handling of ties, their robust limits",
                    FineGray::ratio,
                    "SHR = exp(b), b the maximum of the partial likelihood of the cause in which whoever ended by another at\n"
                            + "T stays at risk with the weight G(t-) / G(T-), G: the Kaplan-Meier curve of censoring of all.\n"
                            + "Limits exp(b -+ z se), se^2 from I^-1 (sum of (eta + psi)(eta + psi)') I^-1, I: information,\n"
                            + "eta: score residuals, psi: what estimating G adds; z the standard normal quantile at\n"
                            + "(1 + level) / 2.",
                    "Fine JP, Gray RJ (1999), Journal of the American Statistical Association 94:496-509; ties as R's"
                            + " cmprsk::crr",
                    "Questions about what drives the cause: it is of a made-up risk set in which the dead stay. Its number is"
                            + " no rate of anybody; it tells which arm has more of the cause, and cumulative-incidence how"
                            + " much more. R's survival::finegray takes other weights at ties and another variance.")),
            (method, input, level) -> {
                TimesInput times = TimesInput.of(input);
                ArmModel model = ArmModel.of(
                        times.times().causeAgainstOthers((int) times.asked("cause")),
                        times.names(),
                        times.covariates());
                return Evaluation.numbers(method.of(model, 0, 1, level));
            });

    private SubdistributionMethods() {}
}
