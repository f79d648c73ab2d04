package org.ipstrial.stats.survival.cox.residuals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ipstrial.stats.Estimate;
import org.ipstrial.stats.Quantity;
import org.ipstrial.stats.survival.SurvivalTimes;
import org.ipstrial.stats.survival.cox.CoxData;
import org.ipstrial.stats.survival.cox.CoxFit;
import org.ipstrial.stats.survival.cox.LungData;
import org.ipstrial.stats.survival.cox.Ties;
import org.ipstrial.stats.survival.curve.CurveLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What R 4.2.2 with survival 3.5-3 gives of {@code residuals(coxph(...), type = )} and {@code survfit(coxph(...))}, iterated to
 * the end by {@code coxph.control(eps = 1e-15, toler.chol = 1e-13, iter.max = 50)}, and of {@code lung} once more from there
 * with {@code init}, since it stops a step short by Efron: some people in full, and of all the sum of squares.
 */
class ResidualsReferenceTest {

    /** {@code ovarian}: times, those without the event with a plus. */
    private static final String OVARIAN =
            "59 115 156 421+ 431 448+ 464 475 477+ 563 638 744+ 769+ 770+ 803+ 855+ 1040+ 1106+ 1129+ 1206+ 1227+ 268 329 353 365 377+";

    private static final double[] OVARIAN_AGE = {
        72.3315, 74.4932, 66.4658, 53.3644, 50.3397, 56.4301, 56.9370, 59.8548,
        64.1753, 55.1781, 56.7562, 50.1096, 59.6301, 57.0521, 39.2712, 43.1233,
        38.8932, 44.6000, 53.9068, 44.2055, 59.5890, 74.5041, 43.1370, 63.2192,
        64.4247, 58.3096
    };

    private static final int[] OVARIAN_ARM = {
        1, 1, 1, 2, 1, 1, 2, 2, 1, 2, 1, 2, 2, 2, 1, 1, 1, 1, 2, 2, 2, 1, 1, 2, 2, 2
    };

    /** {@code rats}, the females by litter, the treated one first; {@code rx} is 1, 0, 0 in each litter. */
    private static final String RATS =
            "101+ 49 104+ 104+ 102+ 104+ 104+ 104+ 104+ 77+ 97+ 79+ 89+ 104+ 104+ 88 96 104+ 104 94+ 77 96 "
                    + "104+ 104+ 82+ 77+ 104+ 70 104+ 77+ 89 91+ 90+ 91+ 70+ 92+ 39 45+ 50 103 69+ 91+ 93+ 104+ 103+ "
                    + "85+ 72+ 104+ 104+ 63+ 104+ 104+ 104+ 74+ 81+ 104+ 69+ 67 104+ 68 104+ 104+ 104+ 104+ 104+ 104+ "
                    + "104+ 83+ 40 87+ 104+ 104+ 104+ 104+ 104+ 89+ 104+ 104+ 78+ 104+ 104+ 104+ 81 64 86 55 94+ 34 "
                    + "104+ 54 76+ 87+ 74+ 103 73 84 102 104+ 80+ 80 104+ 73+ 45 79+ 104+ 94 104+ 104+ 104+ 104+ 104+ "
                    + "104+ 101 94+ 76+ 84 78 80 81 76+ 72 95+ 104+ 73 104+ 66 92 104+ 102 104+ 98+ 73+ 55+ 104+ 104+ "
                    + "49+ 83+ 77+ 89 104+ 104+ 88+ 79+ 99+ 103 91+ 104+ 104+ 104+ 79";

    /** {@code coxph(Surv(time, status) ~ sex + age, lung)}: a person's residuals, each of sex and of age. */
    @ParameterizedTest
    @CsvSource({
        "EFRON, 0, 0.004389993451005, 0.004396433966354, -0.0462229449235562, -0.0486795461003106, -0.00130033457966485, -8.07497492283473e-06, -0.00776514034177347, -0.000875499890873468",
        "EFRON, 1, -0.505762031338276, -0.439233259591442, 0.1503844028331180, -1.7881170905268846, 0.00406492476693000, -1.39314261993633e-04, 0.02427429969761919, -0.015104643957176070",
        "EFRON, 5, -4.253708651209502, -2.916747726907317, 1.3167380272127533, -47.2498168432090750, 0.03290293158424161, -3.90742122005434e-03, 0.19648472431861264, -0.423647984599972549",
        "EFRON, 99, 0.777135537413558, 1.203375208304152, 0.5312222302910260, 5.1545985902047589, 0.01533531267241241, 4.83705760040047e-04, 0.09157708865740663, 0.052444043997261658",
        "EFRON, 227, -0.203602295866389, -0.638125843178898, -0.1432674118829148, 1.1058254513278434, -0.00392341624638746, 8.18782500314144e-05, -0.02342926062940278, 0.008877352518421073",
        "BRESLOW, 0, 0.006158577337544, 0.006171265643448, -0.046895458624760, -0.0283355292185104, -0.00131753491553861, -6.41509591972137e-06, -0.00786766202557493, -0.000695633066345355",
        "BRESLOW, 1, -0.502977764114800, -0.437102843249039, 0.149333533678697, -1.7730781062063152, 0.00403640362725183, -1.38035916198486e-04, 0.02410339123729383, -0.014968185799958220",
        "BRESLOW, 5, -4.247674375076992, -2.914678155500875, 1.315049142477909, -47.1868642485401111, 0.03284843087326774, -3.90066229202134e-03, 0.19615446174015053, -0.422975697469284484",
        "BRESLOW, 99, 0.775117218593889, 1.197546462952518, 0.529358593306990, 5.1401007991143777, 0.01528410363681443, 4.82349186547606e-04, 0.09126905128670364, 0.052304446868172851",
        "BRESLOW, 227, -0.203381478856017, -0.637779709391914, -0.143138497995148, 1.1044917653002935, -0.00391977649544832, 8.17054868935659e-05, -0.02340695211813238, 0.008859889095388630"
    })
    void agreesOnPeopleOfLung(
            Ties ties,
            int person,
            double martingale,
            double deviance,
            double scoreSex,
            double scoreAge,
            double sex,
            double age,
            double scaledSex,
            double scaledAge) {
        CoxFit fit = fit(LungData.columns(1), ties);
        isPerson(
                fit,
                person,
                new double[] {martingale, deviance},
                new double[] {scoreSex, scoreAge},
                new double[] {sex, age},
                new double[] {scaledSex, scaledAge},
                1e-10);
    }

    @ParameterizedTest
    @CsvSource({
        "EFRON, 168.228957431339, 299.3511027017, 32.9049063307518, 12580.5958486406, 0.0256557640669663, 9.03381459061459e-05, 0.914899410928847, 1.06194249716591, 34.8964999263821, 12223.5013921457",
        "BRESLOW, 167.752320579588, 296.48002393514, 32.8070410423488, 12539.8080972828, 0.0255810193659959, 8.99903275205857e-05, 0.912189294834737, 1.05815663368112, 34.8671806395769, 12208.0238909125"
    })
    void agreesOnAllOfLung(
            Ties ties,
            double martingale,
            double deviance,
            double scoreSex,
            double scoreAge,
            double sex,
            double age,
            double scaledSex,
            double scaledAge,
            double schoenfeldSex,
            double schoenfeldAge) {
        squares(
                fit(LungData.columns(1), ties),
                martingale,
                deviance,
                new double[] {scoreSex, scoreAge},
                new double[] {sex, age},
                new double[] {scaledSex, scaledAge},
                new double[] {schoenfeldSex, schoenfeldAge});
    }

    /** {@code survfit(fit, newdata = data.frame(sex, age))}: share, cumulative hazard, its standard error, limits by the log. */
    @ParameterizedTest
    @CsvSource({
        "EFRON, 1, 60, 5, 0.995093079777323, 0.00491899868394281, 0.00492804851369351, 0.985527945337207, 1",
        "EFRON, 1, 60, 182, 0.673217279453339, 0.39568714935773, 0.0545940208412792, 0.604901608970449, 0.749248305234209",
        "EFRON, 1, 60, 1022, 0.0350612954706548, 3.35065745006744, 0.507233555575233, 0.0129738828900193, 0.0947514672747855",
        "EFRON, 2, 75, 5, 0.996205069959592, 0.00380214905697671, 0.00385191777740555, 0.988712419046697, 1",
        "EFRON, 2, 75, 182, 0.73649921567916, 0.305847108009877, 0.0626211424804368, 0.651431980745423, 0.832674954145362",
        "EFRON, 2, 75, 1022, 0.0750277808251747, 2.58989682302872, 0.559252155421044, 0.0250718166601187, 0.224521739763065",
        "BRESLOW, 1, 60, 5, 0.995093308085453, 0.00491876925002458, 0.00492782018690319, 0.985528612486834, 1",
        "BRESLOW, 1, 60, 182, 0.673718129022156, 0.394943461741013, 0.054485512742545, 0.605480389137382, 0.749646273465227",
        "BRESLOW, 1, 60, 1022, 0.0351748380546203, 3.34742427998318, 0.507030888315003, 0.0130210687524367, 0.0950205590410718",
        "BRESLOW, 2, 75, 5, 0.996204613730075, 0.00380260702455302, 0.00385238553362589, 0.988711059812345, 1",
        "BRESLOW, 2, 75, 182, 0.736885112524778, 0.305323284256556, 0.0625236592287262, 0.651897847772084, 0.832952081244633",
        "BRESLOW, 2, 75, 1022, 0.0751830034080433, 2.58783009208244, 0.558972247664929, 0.025137473807248, 0.224862849974369"
    })
    void agreesOnSurvivalOfLung(
            Ties ties,
            double sex,
            double age,
            double time,
            double share,
            double hazard,
            double error,
            double lower,
            double upper) {
        // R's step at 1022 days has no event: the last before it is at 883.
        double event = time == 1022 ? 883 : time;
        PredictedSurvival.Point point = PredictedSurvival.of(
                        fit(LungData.columns(1), ties),
                        0,
                        new double[] {sex, age},
                        Double.NEGATIVE_INFINITY,
                        0.95,
                        CurveLimits.LOG)
                .points()
                .stream()
                .filter(any -> any.time() == event)
                .findFirst()
                .orElseThrow();
        Estimate survival = point.survival();
        assertThat(point.hazard()).isCloseTo(hazard, within(1e-11));
        assertThat(point.standardError()).isCloseTo(error, within(1e-11));
        assertThat(value(survival.estimate())).isCloseTo(share, within(1e-11));
        assertThat(value(survival.standardError().orElseThrow())).isCloseTo(share * error, within(1e-11));
        assertThat(value(survival.lower())).isCloseTo(lower, within(1e-11));
        assertThat(value(survival.upper())).isCloseTo(upper, within(1e-11));
    }

    /** {@code coxph(Surv(futime, fustat) ~ rx + age, ovarian)}, without ties: Efron and Breslow are one. */
    @ParameterizedTest
    @CsvSource({
        "EFRON", "BRESLOW",
    })
    void agreesOnOvarian(Ties ties) {
        CoxFit fit = ovarian(ties);
        double[] martingale = {
            0.8182242101649870,
            0.4445774888157110,
            0.6949881875284303,
            -0.0942341904912014,
            0.8249210428757192,
            -0.4294541367275351,
            0.7376261463375315,
            0.5067937453961184,
            -2.0827096084186993,
            0.6672440836619462,
            -0.2004503734262593,
            -0.2017961671528173,
            -0.8204729699559591,
            -0.5611975617365945,
            -0.0913270075368185,
            -0.1610900190363697,
            -0.0863800806924049,
            -0.2002407748477705,
            -0.3530771762914789,
            -0.0845571098369360,
            -0.8155199159533885,
            -0.5060294737116742,
            0.9749705450126852,
            0.6951608866891307,
            0.5192922889915306,
            -0.1952620596578819
        };
        double[] deviance = {
            1.331733505748002,
            0.535628013895036,
            0.992387611955406,
            -0.434129451871677,
            1.354693456371799,
            -0.926773043120628,
            1.095772534419427,
            0.632509416052677,
            -2.040935867889385,
            0.930700766168855,
            -0.188433414528222,
            -0.635289173767061,
            -1.280994121731992,
            -1.059431509571614,
            -0.427380410259568,
            -0.567609053903071,
            -0.415644272647669,
            -0.632836115985443,
            -0.840329906990676,
            -0.411234993250662,
            -1.277121698158314,
            -0.439437762755532,
            2.329262287996347,
            0.992784218450993,
            0.652998581946087,
            -0.624919290241359
        };
        MartingaleResiduals residuals = MartingaleResiduals.of(fit);
        assertThat(residuals.values()).containsExactly(martingale, within(1e-11));
        assertThat(DevianceResiduals.of(residuals).values()).containsExactly(deviance, within(1e-11));
        squares(
                fit,
                11.7532095399685,
                26.7681692718597,
                new double[] {2.15112539338547, 437.461026712504},
                new double[] {0.374614593070843, 0.00214683496629592},
                new double[] {0.937740521595774, 1.00811671525942},
                new double[] {2.17804957212057, 464.595626086304});
    }

    @ParameterizedTest
    @CsvSource({
        "0, -0.1088824034196332, 2.076333259491743, -0.0337446650351255, 0.003910243374067076, -0.0533892865596607, 0.0847344210626434",
        "4, -0.3270650030739052, -6.160722544615057, -0.1595944563489159, -0.014655765579401292, -0.2525031484080885, -0.3175883679866014",
        "11, -0.0969019021813624, 1.649450303804581, -0.0309636535467235, 0.003057446248496362, -0.0489892956536774, 0.0662544279250394",
        "25, -0.1099782341539105, 0.707782015397499, -0.0406104128929971, 0.000990698019989606, -0.0642519630582635, 0.0214682860224153"
    })
    void agreesOnPeopleOfOvarian(
            int person, double scoreArm, double scoreAge, double arm, double age, double scaledArm, double scaledAge) {
        CoxFit fit = ovarian(Ties.EFRON);
        MartingaleResiduals martingale = MartingaleResiduals.of(fit);
        isPerson(
                fit,
                person,
                new double[] {
                    martingale.values()[person],
                    DevianceResiduals.of(martingale).values()[person]
                },
                new double[] {scoreArm, scoreAge},
                new double[] {arm, age},
                new double[] {scaledArm, scaledAge},
                1e-11);
    }

    /** {@code coxph(Surv(time, status) ~ rx + strata(litter), rats, subset = sex == "f")}: fifty strata of three. */
    @ParameterizedTest
    @CsvSource({
        "EFRON, 0, -0.572380529476, -1.06993507231, -0.244761058953, -0.0947208386687",
        "EFRON, 2, -0.213809735262, -0.653926196542, 0.122380529476, 0.0473604193344",
        "EFRON, 120, 0.427619470524, 0.510552204862, 0.182858411571, 0.0707649418406",
        "BRESLOW, 0, -0.572380529476, -1.06993507231, -0.244761058953, -0.0947208386687",
        "BRESLOW, 2, -0.213809735262, -0.653926196542, 0.122380529476, 0.0473604193344",
        "BRESLOW, 120, 0.427619470524, 0.510552204862, 0.182858411571, 0.0707649418406"
    })
    void agreesOnRatsInLitters(Ties ties, int person, double martingale, double deviance, double score, double scaled) {
        CoxFit fit = rats(ties, true);
        isPerson(
                fit,
                person,
                new double[] {martingale, deviance},
                new double[] {score},
                new double[] {scaled * Math.sqrt(fit.variance()[0][0])},
                new double[] {scaled},
                1e-11);
    }

    @ParameterizedTest
    @CsvSource({
        "EFRON, 0.9847174995264, 0.1497636521914, 18.444849868917, 44.886726979088, 4.167157428057, 6.849160487574",
        "BRESLOW, 0.9847174995264, 0.1497636521914, 18.444849868917, 44.886726979088, 4.167157428057, 6.849160487574"
    })
    void agreesOnAllRatsInLitters(
            Ties ties, double b, double variance, double martingale, double deviance, double score, double schoenfeld) {
        CoxFit fit = rats(ties, true);
        assertThat(fit.coefficients()[0]).isCloseTo(b, within(1e-12));
        assertThat(fit.variance()[0][0]).isCloseTo(variance, within(1e-12));
        double[] squares = squares(fit);
        assertThat(squares[0]).isCloseTo(martingale, within(1e-10));
        assertThat(squares[1]).isCloseTo(deviance, within(1e-10));
        assertThat(squares[2]).isCloseTo(score, within(1e-10));
        assertThat(schoenfeldSquares(fit)[0]).isCloseTo(schoenfeld, within(1e-10));
        assertThat(ProportionalHazardsTest.of(fit, TimeTransform.KM, 0)
                        .statistic()
                        .orElseThrow())
                .isCloseTo(1.18701978953, within(1e-10));
    }

    /** {@code coxph(Surv(time, status) ~ rx + cluster(litter), rats, subset = sex == "f")}: robust by litter. */
    @ParameterizedTest
    @CsvSource({
        "EFRON, 0, -0.52206256185, -1.02182440943, -0.244659008531, -0.024664778653",
        "EFRON, 1, 0.977165133396, 2.36740429192, -0.529908178853, -0.0534215683137",
        "EFRON, 2, -0.279940733743, -0.748252275297, 0.143631955248, 0.0144799507075",
        "EFRON, 9, -0.206168613584, -0.642134897952, -0.0935644936252, -0.00943250583291",
        "EFRON, 45, -0.331519700958, -0.81427231435, -0.149354513305, -0.0150568582519",
        "EFRON, 120, 0.834004401537, 1.38693158066, 0.374824334467, 0.0377871197095",
        "EFRON, 149, 0.904680286842, 1.70049307506, -0.497260876579, -0.0501302998293",
        "BRESLOW, 0, -0.519140444329, -1.01896069044, -0.243841384018, -0.024564913277",
        "BRESLOW, 1, 0.977083937131, 2.36593881656, -0.528284567457, -0.0532201071506",
        "BRESLOW, 2, -0.279151113261, -0.747196243648, 0.143526437725, 0.0144590489013",
        "BRESLOW, 9, -0.205439634751, -0.640998650156, -0.0935453487559, -0.00942388589579",
        "BRESLOW, 45, -0.329977720096, -0.812376415334, -0.149190925914, -0.0150296971597",
        "BRESLOW, 120, 0.83449498115, 1.38871075325, 0.376391723361, 0.0379182150716",
        "BRESLOW, 149, 0.904389636256, 1.69887281524, -0.495635949506, -0.0499310408921"
    })
    void agreesOnRatsInClusters(
            Ties ties, int person, double martingale, double deviance, double score, double dfbeta) {
        CoxFit fit = rats(ties, false);
        isPerson(
                fit,
                person,
                new double[] {martingale, deviance},
                new double[] {score},
                new double[] {dfbeta},
                new double[] {dfbeta / Math.sqrt(fit.variance()[0][0])},
                1e-11);
    }

    /** {@code type = "dfbetas"} of the first two: in naive standard errors, although the model has robust ones. */
    @ParameterizedTest
    @CsvSource({"EFRON, -0.0776817886694, -0.168251377339", "BRESLOW, -0.0773947185004, -0.167676358757"})
    void scalesByTheErrorOfTheModel(Ties ties, double first, double second) {
        double[][] scaled = DfbetaResiduals.of(rats(ties, false)).scaled();
        assertThat(scaled[0][0]).isCloseTo(first, within(1e-12));
        assertThat(scaled[1][0]).isCloseTo(second, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "EFRON, 0.90473524194961, 0.1008128774864, 0.0915162366743, 37.82489804918767, 160.98431169308765, 9.82324313460181, 0.09983594088592, 10.46854510521154",
        "BRESLOW, 0.89822519347142, 0.1007413625704, 0.09019273485822, 37.52638467213800, 160.07637980833690, 9.69818294575209, 0.09842513372524, 10.39603809860738"
    })
    void agreesOnAllRatsInClusters(
            Ties ties,
            double b,
            double naive,
            double robust,
            double martingale,
            double deviance,
            double score,
            double dfbeta,
            double schoenfeld) {
        CoxFit fit = rats(ties, false);
        assertThat(fit.coefficients()[0]).isCloseTo(b, within(1e-12));
        assertThat(fit.variance()[0][0]).isCloseTo(naive, within(1e-12));
        assertThat(RobustVariance.of(fit)[0][0]).isCloseTo(robust, within(1e-12));
        double[] squares = squares(fit);
        assertThat(squares[0]).isCloseTo(martingale, within(1e-10));
        assertThat(squares[1]).isCloseTo(deviance, within(1e-10));
        assertThat(squares[2]).isCloseTo(score, within(1e-10));
        assertThat(squares[3]).isCloseTo(dfbeta, within(1e-12));
        assertThat(schoenfeldSquares(fit)[0]).isCloseTo(schoenfeld, within(1e-10));
    }

    /**
     * Sixteen invented people in two strata, half of them coming late, with ties and case weights:
     * {@code coxph(Surv(s, t, e) ~ x + z + strata(g), weights = w)}; deviance, score, dfbeta and dfbetas of each.
     */
    @ParameterizedTest
    @CsvSource({
        "EFRON, 0, 0.870367388282, 1.53145911131, 0.386279047815, -0.568444236683, 0.13061112527, -0.000105461651645, 0.200346521585, -0.000525310789235",
        "EFRON, 1, 0.824605376316, 1.35359630241, -0.444995674975, -1.65122806911, -0.573227050007, -0.185649010105, -0.879282261063, -0.924728813719",
        "EFRON, 2, 0.481066197065, 0.591460487636, 0.223101583442, 0.496132287281, 0.0620555318652, 0.0165841048004, 0.0951879859285, 0.0826064170773",
        "EFRON, 3, -0.261134546638, -0.722681875569, 0.14229269066, 0.27421249925, 0.0766647300158, 0.019452900841, 0.117597271712, 0.0968960615946",
        "EFRON, 4, -0.0621793762403, -0.0609354330777, -0.0285379568568, -0.186317799161, -0.034693318132, -0.0137915268991, -0.0532166428827, -0.0686964196666",
        "EFRON, 5, 0.262298336753, 0.289542569246, 0.115574213929, -0.604864450942, 0.013409289307, -0.0175555313751, 0.0205687261635, -0.0874451508984",
        "EFRON, 6, -0.960932333523, -1.38631333653, 0.525066479594, -1.72147134455, 0.243046393476, -0.0767681570887, 0.372812801483, -0.382386778125",
        "EFRON, 7, -0.674505105874, -0.563892619979, 0.370354458572, 0.122116031214, 0.0411532720466, 0.00669681032694, 0.0631256708748, 0.03335721244",
        "EFRON, 8, -0.577515021687, -0.49328325298, -0.263205295201, 1.8621727024, -0.00192331773673, 0.0595150554174, -0.00295020824345, 0.296448047655",
        "EFRON, 9, 0.905722585946, 1.70633586595, -0.657162311647, 0.0851066781148, -0.274274378976, -0.03536804519, -0.420713914486, -0.176170346686",
        "EFRON, 10, 0.190255347788, 0.20386749329, 0.0741801491517, 0.170419539382, 0.124765621136, 0.0337447440094, 0.191380008068, 0.168084586497",
        "EFRON, 11, 0.562302109247, 0.726531822404, -0.377036567672, 1.03717656713, -0.0990094805565, 0.019543279946, -0.151872246659, 0.0973462453178",
        "EFRON, 12, -0.682755553399, -1.1685508576, -0.21980564404, 1.12066626996, -0.0136279918695, 0.0160955404222, -0.0209041975681, 0.0801728487126",
        "EFRON, 13, -0.752089828593, -1.22645002229, 0.41976744126, -0.0744577151584, 0.348016904194, 0.0435633545055, 0.533828768904, 0.216991672139",
        "EFRON, 14, 0.738569699512, 1.09819658424, -0.208656965061, 1.03508479596, -0.0275703605816, 0.0293999464545, -0.0422906228696, 0.146442890231",
        "EFRON, 15, -0.745442403346, -0.613896332537, -0.329385120874, 2.16252759725, -0.0153969694504, 0.0846419955859, -0.0236176609456, 0.421606838221",
        "BRESLOW, 0, 0.875316050713, 1.55348453387, 0.414258700939, -0.524251280745, 0.141841537737, 0.00137828308643, 0.221480572125, 0.00691993693506",
        "BRESLOW, 1, 0.759973865433, 1.15501827008, -0.384684683385, -1.42943535757, -0.468590882467, -0.154599494547, -0.731688181026, -0.776196677583",
        "BRESLOW, 2, 0.440264459873, 0.529200144933, 0.219618687555, 0.516123882458, 0.0588519678968, 0.0161158045593, 0.0918952778457, 0.08091251522",
        "BRESLOW, 3, -0.278091446811, -0.745776704934, 0.142685255168, 0.265345934189, 0.0727257236536, 0.0181646594614, 0.113558659472, 0.091199187712",
        "BRESLOW, 4, -0.0564286060374, -0.0554008333825, -0.072341764725, -0.168141920531, -0.058007028363, -0.0158143528588, -0.0905759344831, -0.0793990186261",
        "BRESLOW, 5, 0.212986917284, 0.230319299633, 0.0456007577413, -0.487587429932, -0.00739837064981, -0.0169019854259, -0.0115522955437, -0.0848596883876",
        "BRESLOW, 6, -0.878611234895, -1.32560268172, 0.493980000462, -1.66532438912, 0.226911011099, -0.079243160132, 0.354313562594, -0.397855619101",
        "BRESLOW, 7, -0.68406070203, -0.570706124943, 0.391442300337, -0.00185660479066, 0.040112009513, 0.00522019560343, 0.0626334919778, 0.0262090021419",
        "BRESLOW, 8, -0.537410927635, -0.463273443789, -0.233911258532, 1.68728356316, -0.00561455733337, 0.0544145527683, -0.00876693379286, 0.273198791463",
        "BRESLOW, 9, 0.896825826488, 1.65801742297, -0.625924504026, 0.13914316507, -0.24927020033, -0.0279866438533, -0.389226650129, -0.140512360919",
        "BRESLOW, 10, 0.15650999076, 0.165512722873, 0.0540382920677, 0.0655045321538, 0.077009963816, 0.0164741092487, 0.120248349795, 0.0827114532457",
        "BRESLOW, 11, 0.481753021261, 0.592537486001, -0.326338383366, 0.806383553502, -0.0906786892023, 0.0145206651736, -0.141591583709, 0.0729038092726",
        "BRESLOW, 12, -0.583790726575, -1.08054683061, -0.185876752436, 1.03843096611, -0.0103237424761, 0.0156226535497, -0.0161201607551, 0.0784365551507",
        "BRESLOW, 13, -0.71690565686, -1.19741860421, 0.395458883595, -0.0133741254751, 0.322957728363, 0.0412777691625, 0.50428713331, 0.207243027384",
        "BRESLOW, 14, 0.741613827214, 1.10606165487, -0.206804519285, 1.03290685939, -0.02952658056, 0.0299058688879, -0.0461047169935, 0.150148201578",
        "BRESLOW, 15, -0.691212776189, -0.575789693504, -0.309926577394, 2.06074351276, -0.0209998906984, 0.0814510753154, -0.0327905906875, 0.408940884514"
    })
    void agreesOnStrataWeightsAndLateEntries(
            Ties ties,
            int person,
            double martingale,
            double deviance,
            double scoreX,
            double scoreZ,
            double x,
            double z,
            double scaledX,
            double scaledZ) {
        isPerson(
                invented(ties),
                person,
                new double[] {martingale, deviance},
                new double[] {scoreX, scoreZ},
                new double[] {x, z},
                new double[] {scaledX, scaledZ},
                2e-11);
    }

    /** Of each event in R's order, which is that of the rows where they are tied. */
    @ParameterizedTest
    @CsvSource({
        "EFRON, 0, 3, 0.44381149043, -0.653108381974",
        "EFRON, 1, 5, -0.540484762114, -2.01073928436",
        "EFRON, 2, 5, 0.459515237886, 0.989260715643",
        "EFRON, 3, 6, 0.44321393717, 0.160837464256",
        "EFRON, 4, 6, 0.44321393717, -1.83916253574",
        "EFRON, 5, 9, -0.798575752441, 2.39572725732",
        "EFRON, 6, 9, 0.201424247559, -0.604272742678",
        "EFRON, 7, 2, -0.725566880902, 0.0939655027216",
        "EFRON, 8, 4, 0.326416767704, 0.82194157523",
        "EFRON, 9, 4, -0.673583232296, 1.82194157523",
        "EFRON, 10, 7, -0.282514927433, 1.40147205693",
        "EFRON, 11, 8, 0, 0",
        "BRESLOW, 0, 3, 0.473267570727, -0.598927987575",
        "BRESLOW, 1, 5, -0.507839101295, -1.89848672695",
        "BRESLOW, 2, 5, 0.492160898705, 1.10151327305",
        "BRESLOW, 3, 6, 0.390132902901, 0.249575546794",
        "BRESLOW, 4, 6, 0.390132902901, -1.75042445321",
        "BRESLOW, 5, 9, -0.794096570799, 2.3822897124",
        "BRESLOW, 6, 9, 0.205903429201, -0.617710287603",
        "BRESLOW, 7, 2, -0.697933183388, 0.155150711498",
        "BRESLOW, 8, 4, 0.322602310803, 0.673852613091",
        "BRESLOW, 9, 4, -0.677397689197, 1.67385261309",
        "BRESLOW, 10, 7, -0.278857421067, 1.39278263361",
        "BRESLOW, 11, 8, 0, 0"
    })
    void agreesOnSchoenfeldResidualsOfStrata(Ties ties, int place, double time, double x, double z) {
        List<SchoenfeldResiduals.Event> events =
                SchoenfeldResiduals.of(invented(ties)).events();
        assertThat(events).hasSize(12);
        int stratum = place < 7 ? 0 : 1;
        assertThat(events.get(place).stratum()).isEqualTo(stratum);
        assertThat(events.get(place).time()).isEqualTo(time);
        assertThat(events.stream()
                        .filter(event -> event.stratum() == stratum && event.time() == time)
                        .anyMatch(event ->
                                Math.abs(event.values()[0] - x) < 1e-11 && Math.abs(event.values()[1] - z) < 2e-11))
                .isTrue();
    }

    /** {@code survfit(fit, newdata = data.frame(x = 1, z = -1, g = 2))} and the variance of {@code cluster = 1:16}. */
    @ParameterizedTest
    @CsvSource({
        "EFRON, 0.128552197235 0.747901693839 1.073324877057 2.513174384195, 0.131627154374 0.382008123715 0.548838397905 "
                + "1.493575950129, 0.640423614101097 0.115475118094133 0.0580546585923125",
        "BRESLOW, 0.128705371916 0.628379114895 0.927833305013 2.270159918431, 0.131856696968 0.322186848772 0.481638869258 "
                + "1.372953274963, 0.4870075570240132 0.0753784208521107 0.0450380791005189",
    })
    void agreesOnSurvivalAndVarianceOfStrata(Ties ties, String hazards, String errors, String robust) {
        CoxFit fit = invented(ties);
        List<PredictedSurvival.Point> points = PredictedSurvival.of(
                        fit, 1, new double[] {1, -1}, Double.NEGATIVE_INFINITY, 0.95, CurveLimits.LOG)
                .points();
        assertThat(points.stream().mapToDouble(PredictedSurvival.Point::hazard).toArray())
                .containsExactly(numbers(hazards), within(1e-11));
        assertThat(points.stream()
                        .mapToDouble(PredictedSurvival.Point::standardError)
                        .toArray())
                .containsExactly(numbers(errors), within(1e-11));
        double[][] variance = RobustVariance.of(fit);
        assertThat(new double[] {variance[0][0], variance[0][1], variance[1][1]})
                .containsExactly(numbers(robust), within(1e-12));
    }

    @Test
    void theOrderOfThePeopleIsThatOfTheData() {
        // The first rat is censored at 101, the second has its event at 49.
        MartingaleResiduals residuals = MartingaleResiduals.of(rats(Ties.EFRON, false));
        assertThat(Arrays.copyOf(residuals.observed(), 3)).containsExactly(0, 1, 0);
    }

    private static CoxFit fit(CoxData data, Ties ties) {
        return CoxFit.of(data, ties).fit().orElseThrow();
    }

    private static CoxFit ovarian(Ties ties) {
        return fit(
                CoxData.ofColumns(
                        times(OVARIAN, new int[26]),
                        Arrays.stream(OVARIAN_ARM).asDoubleStream().toArray(),
                        OVARIAN_AGE),
                ties);
    }

    private static CoxFit rats(Ties ties, boolean strata) {
        int[] litter = IntStream.range(0, 150).map(i -> i / 3).toArray();
        SurvivalTimes times = times(RATS, strata ? litter : new int[150]);
        double[] treated =
                IntStream.range(0, 150).mapToDouble(i -> i % 3 == 0 ? 1 : 0).toArray();
        return fit(CoxData.ofColumns(strata ? times : times.inClusters(litter), treated), ties);
    }

    private static CoxFit invented(Ties ties) {
        double[] entry = {0, 0, 1, 0, 2, 0, 1, 0, 3, 0, 0, 2, 1, 0, 4, 0};
        double[] time = {3, 5, 5, 5, 6, 6, 8, 9, 9, 2, 4, 4, 4, 7, 7, 8};
        int[] event = {1, 1, 1, 0, 1, 1, 0, 1, 1, 1, 1, 1, 0, 0, 1, 1};
        double[] x = {1, 0, 1, 0, 1, 1, 0, 0, 1, 0, 1, 0, 1, 0, 0, 1};
        double[] z = {.5, -1, 2, 0, 1.5, -.5, 3, 1, -2, .25, 1, 2, -1.5, 0, .75, -3};
        double[] weights = {1, 2, .5, 1, 1.5, 1, 2, .25, 1, 1, 3, 1, .5, 2, 1, 1.25};
        int[] stratum = IntStream.range(0, 16).map(i -> i < 9 ? 0 : 1).toArray();
        SurvivalTimes times =
                SurvivalTimes.of(time, event, new int[16], stratum).enteringAt(entry);
        return fit(CoxData.weighted(times, weights, x, z), ties);
    }

    private static SurvivalTimes times(String written, int[] stratum) {
        String[] words = written.split(" ");
        return SurvivalTimes.of(
                Arrays.stream(words)
                        .mapToDouble(word -> Double.parseDouble(word.replace("+", "")))
                        .toArray(),
                Arrays.stream(words)
                        .mapToInt(word -> word.endsWith("+") ? 0 : 1)
                        .toArray(),
                new int[words.length],
                stratum);
    }

    private static void isPerson(
            CoxFit fit,
            int person,
            double[] events,
            double[] score,
            double[] dfbeta,
            double[] scaled,
            double tolerance) {
        MartingaleResiduals martingale = MartingaleResiduals.of(fit);
        assertThat(martingale.values()[person]).isCloseTo(events[0], within(tolerance));
        assertThat(DevianceResiduals.of(martingale).values()[person]).isCloseTo(events[1], within(tolerance));
        assertThat(ScoreResiduals.of(fit).values()[person]).containsExactly(score, within(10 * tolerance));
        assertThat(DfbetaResiduals.of(fit).values()[person]).containsExactly(dfbeta, within(tolerance));
        assertThat(DfbetaResiduals.of(fit).scaled()[person]).containsExactly(scaled, within(tolerance));
    }

    private static void squares(
            CoxFit fit,
            double martingale,
            double deviance,
            double[] score,
            double[] dfbeta,
            double[] scaled,
            double[] schoenfeld) {
        double[] got = squares(fit);
        double[] wanted = {martingale, deviance, score[0], score[1], dfbeta[0], dfbeta[1], scaled[0], scaled[1]};
        for (int k = 0; k < wanted.length; k++) {
            assertThat(got[k]).as("sum of squares " + k).isCloseTo(wanted[k], within(1e-10 * wanted[k]));
        }
        double[] events = schoenfeldSquares(fit);
        assertThat(events[0]).isCloseTo(schoenfeld[0], within(1e-10 * schoenfeld[0]));
        assertThat(events[1]).isCloseTo(schoenfeld[1], within(1e-10 * schoenfeld[1]));
    }

    /** Of martingale and deviance residuals, then of score, dfbeta and its scaled kin by covariate. */
    private static double[] squares(CoxFit fit) {
        MartingaleResiduals martingale = MartingaleResiduals.of(fit);
        DfbetaResiduals dfbeta = DfbetaResiduals.of(fit);
        int width = fit.coefficients().length;
        double[] squares = new double[2 + 3 * width];
        squares[0] = sum(martingale.values());
        squares[1] = sum(DevianceResiduals.of(martingale).values());
        for (int j = 0; j < width; j++) {
            int column = j;
            squares[2 + j] = sum(Arrays.stream(ScoreResiduals.of(fit).values())
                    .mapToDouble(row -> row[column])
                    .toArray());
            squares[2 + width + j] = sum(Arrays.stream(dfbeta.values())
                    .mapToDouble(row -> row[column])
                    .toArray());
            squares[2 + 2 * width + j] = sum(Arrays.stream(dfbeta.scaled())
                    .mapToDouble(row -> row[column])
                    .toArray());
        }
        return squares;
    }

    private static double[] schoenfeldSquares(CoxFit fit) {
        return IntStream.range(0, fit.coefficients().length)
                .mapToDouble(j -> sum(SchoenfeldResiduals.of(fit).events().stream()
                        .mapToDouble(event -> event.values()[j])
                        .toArray()))
                .toArray();
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).map(value -> value * value).sum();
    }

    private static double[] numbers(String words) {
        return Arrays.stream(words.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private static double value(Quantity quantity) {
        return quantity.ifEstimated().orElseThrow();
    }
}
