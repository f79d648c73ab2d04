package org.ipstrial.plan.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ipstrial.finding.RefusedException;
import org.junit.jupiter.api.Test;

class LockTextTest {

    private static final LocalDate DAY = LocalDate.of(2026, 2, 28);

    private static PlanLock lock(String plan, Map<String, String> data) {
        return new PlanLock(
                DAY,
                "ipstrial 0.1.0",
                sha256(plan),
                data.isEmpty() ? Optional.empty() : Optional.of(DAY),
                false,
                data,
                plan);
    }

    @Test
    void whatIsWrittenIsReadBack() {
        for (String plan : new String[] {"trial: A\n", "", "\ufefftrial: æ\r\n--- the plan as it was locked ---\n\n"}) {
            for (Map<String, String> data :
                    List.of(Map.<String, String>of(), Map.of("a folder/b.csv", "0f".repeat(32)))) {
                PlanLock lock = lock(plan, data);
                assertThat(LockText.read("x.lock", bytes(LockText.of(lock)))).isEqualTo(lock);
                PlanLock later = lock.withData(DAY.plusDays(1), Map.of("c.csv", "ab".repeat(32)));
                assertThat(LockText.read("x.lock", bytes(LockText.of(later)))).isEqualTo(later);
            }
        }
    }

    @Test
    void aLockThatWasTouchedIsRefused() {
        String text = LockText.of(lock("trial: A\n", Map.of("b.csv", "0f".repeat(32))));
        refused(text + " ", "the plan in it is not the one it has the hash of");
        refused(text.replace("trial: A", "trial: B"), "the plan in it is not the one it has the hash of");
        refused(text.replace("lock 1", "lock 2"), "it does not begin as a lock does");
        refused("", "it does not begin as a lock does");
        refused(text.replace("data hashed on 2026-02-28\n", ""), "hashes of data and their day do not go together");
        refused(text.replace("locked on 2026-02-28", "locked on 2026-02-30"), "a day in it is none of the calendar");
    }

    private static void refused(String text, String what) {
        RefusedException refused =
                catchThrowableOfType(RefusedException.class, () -> LockText.read("x.lock", bytes(text)));
        assertThat(refused.findings().inReadingOrder().get(0).line())
                .isEqualTo(
                        "x.lock: " + what + "; wanted a lock as 'ipstrial plan lock' wrote it; take it back from where"
                                + " it is kept [E450]");
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
