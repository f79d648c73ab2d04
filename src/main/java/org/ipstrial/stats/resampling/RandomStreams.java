package org.ipstrial.stats.resampling;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.apache.commons.rng.core.source64.L64X128Mix;
import org.ipstrial.digest.Sha256;

/**
 * Random streams for one use, one stream for each replicate. The stream of a replicate depends on nothing but the seed,
 * the words that name the use, and the replicate's number: not on threads, on order, or on what else is computed.
 *
 * <p>The state of a stream is the SHA-256 of (seed, words, replicate), which starts {@code L64_X128_MIX} of Apache
 * Commons RNG (Steele GL, Vigna S (2021), Proceedings of the ACM on Programming Languages 5, OOPSLA: 148).
 */
public final class RandomStreams {

    /** Name and version of the generator and of the seeding, as results state it. */
    public static final String NAME = "l64x128mix/1";

    private final MessageDigest prefix;

    private RandomStreams(MessageDigest prefix) {
        this.prefix = prefix;
    }

    /**
     * The streams of one use.
     *
     * @param seed  the seed that the user may choose
     * @param words what the numbers are for: analysis, outcome, timepoint, group, reference, stratum, method
     */
    public static RandomStreams of(long seed, List<String> words) {
        MessageDigest digest = Sha256.begin();
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).array());
        for (String word : words) {
            byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return new RandomStreams(digest);
    }

    /**
     * The stream of one replicate, from its beginning.
     *
     * @param replicate number of the replicate, from 0
     */
    public Draws replicate(int replicate) {
        MessageDigest digest;
        try {
            digest = (MessageDigest) prefix.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("SHA-256 cannot be copied", e);
        }
        byte[] number = ByteBuffer.allocate(Integer.BYTES).putInt(replicate).array();
        ByteBuffer state = ByteBuffer.wrap(digest.digest(number));
        return new Draws(new L64X128Mix(state.getLong(), state.getLong(), state.getLong(), state.getLong()));
    }
}
