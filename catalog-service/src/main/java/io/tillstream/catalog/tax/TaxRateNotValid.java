package io.tillstream.catalog.tax;

import io.tillstream.platform.web.Failure;

/** A tax rate contradicts itself, or another rate of the same tax. */
class TaxRateNotValid extends Failure {
    TaxRateNotValid() {
        super(Kind.RULE_BROKEN, "tax-rate-not-valid", "The tax rate breaks a rule; the entries below say which.");
    }
}
