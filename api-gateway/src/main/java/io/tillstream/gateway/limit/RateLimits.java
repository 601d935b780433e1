package io.tillstream.gateway.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.tillstream.gateway.limit.LimitSettings.Rate;
import io.tillstream.gateway.problem.Refusal;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Token buckets per subject and per address, counted in this replica alone: a guard against floods, not a quota. */
@Component
public class RateLimits {
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(5);

    private final LoadingCache<String, Bucket> subjects;
    private final LoadingCache<String, Bucket> addresses;
    private final LoadingCache<String, Bucket> signIns;

    RateLimits(LimitSettings settings) {
        subjects = buckets(settings.subject(), settings.tracked());
        addresses = buckets(settings.address(), settings.tracked());
        signIns = buckets(settings.signIn(), settings.tracked());
    }

    /** Throws a {@link Refusal} when the subject has used up its requests. */
    public void countSubject(String subject) {
        count(subjects, subject, "your user");
    }

    /** Throws a {@link Refusal} when the address has used up its requests. */
    public void countAddress(String address) {
        count(addresses, address, "your address");
    }

    /** Throws a {@link Refusal} when the address has used up its sign-in requests. */
    public void countSignIn(String address) {
        count(signIns, address, "sign-in from your address");
    }

    private static void count(LoadingCache<String, Bucket> buckets, String key, String who) {
        Bucket bucket = buckets.get(key);
        if (!bucket.tryConsume(1)) {
            ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
            throw Refusal.tooMany(who, Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private static LoadingCache<String, Bucket> buckets(Rate rate, int tracked) {
        return Caffeine.newBuilder()
                .maximumSize(tracked)
                .expireAfterAccess(FORGOTTEN_AFTER)
                .build(_ -> Bucket.builder()
                        .addLimit(limit ->
                                limit.capacity(rate.burst()).refillGreedy(rate.perSecond(), Duration.ofSeconds(1)))
                        .build());
    }
}
