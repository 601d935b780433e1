package io.tillstream.customer.profile;

import io.tillstream.platform.web.Failure;
import java.util.UUID;

class AlreadyErased extends Failure {

    AlreadyErased(UUID id) {
        super(
                Kind.CONFLICT,
                "customer-erased",
                "Customer " + id + " was forgotten and cannot be changed. If they come back, create a new customer.");
    }
}
