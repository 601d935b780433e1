package io.tillstream.billing.receiptmail;

import io.tillstream.platform.web.Failure;

/** No mail server would take this for an address. */
final class AddressNotValid extends Failure {
    AddressNotValid() {
        super(
                Kind.RULE_BROKEN,
                "address-not-valid",
                "This is no e-mail address. One looks like name@example.com; look for a missing @ or a blank.");
    }
}
