package io.tillstream.order.approval;

import io.tillstream.platform.security.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code PUT /api/approval-policies/{id}}: what needs whose approval at the tills of a store.
 *
 * @param storeId null: in every store that has no active policy of its own
 * @param lockAfterMinutes a till that nobody touched for so long asks for a PIN; null: never
 */
public record ApprovalTerms(
        @Nullable @Size(min = 1, max = 60) String storeId,
        @NotBlank @Size(max = 100) String name,
        boolean active,
        @Nullable @Min(1) @Max(240) Integer lockAfterMinutes,
        @NotNull @Size(max = 100) List<@NotNull @Valid ApprovalRule> rules) {

    /** Nobody decided anything: nothing needs an approval. */
    static final ApprovalTerms NONE = new ApprovalTerms(null, "", false, null, List.of());

    /** None when the person may do it alone. An approver must satisfy every rule that is broken. */
    public Optional<Needed> need(Deed deed, Set<Role> roles) {
        List<ApprovalRule> broken =
                rules.stream().filter(rule -> rule.isBrokenBy(deed, roles)).toList();
        if (broken.isEmpty()) {
            return Optional.empty();
        }
        Set<Role> approvers = EnumSet.allOf(Role.class);
        broken.forEach(rule -> approvers.retainAll(rule.approvers()));
        boolean byAmount = broken.stream()
                .anyMatch(rule -> rule.above() != null && rule.above().amount() != null);
        return Optional.of(new Needed(deed, approvers, byAmount));
    }

    public List<Needed> needs(Collection<Deed> deeds, Set<Role> roles) {
        return deeds.stream()
                .map(deed -> need(deed, roles))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Every role that a rule names. */
    Stream<Role> roles() {
        return rules.stream().flatMap(rule -> Stream.concat(rule.alone().stream(), rule.approvers().stream()));
    }
}
