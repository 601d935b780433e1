package io.tillstream.order.till;

import io.tillstream.platform.security.Caller;
import io.tillstream.platform.security.Role;
import io.tillstream.platform.web.Failure;

/** Closing a drawer without counting it is for those who answer for the shift. */
class LeadNeeded extends Failure {

    private LeadNeeded() {
        super(
                Kind.FORBIDDEN,
                "lead-needed",
                "Only a shift lead or store manager closes a drawer that nobody has counted.");
    }

    static void check(Caller caller) {
        if (!caller.has(Role.SHIFT_LEAD) && !caller.has(Role.STORE_MANAGER)) {
            throw new LeadNeeded();
        }
    }
}
