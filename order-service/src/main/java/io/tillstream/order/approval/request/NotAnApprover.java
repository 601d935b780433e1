package io.tillstream.order.approval.request;

import io.tillstream.platform.security.Role;
import io.tillstream.platform.web.Failure;
import java.util.Collection;
import java.util.stream.Collectors;

/** The policy leaves this decision to others. */
class NotAnApprover extends Failure {
    NotAnApprover(Collection<Role> approvers) {
        super(
                Kind.FORBIDDEN,
                "not-an-approver",
                "This is decided by: "
                        + approvers.stream().map(Role::name).sorted().collect(Collectors.joining(", ")) + ".");
    }
}
