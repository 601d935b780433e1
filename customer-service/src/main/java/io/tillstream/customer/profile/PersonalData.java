package io.tillstream.customer.profile;

import org.jspecify.annotations.Nullable;

/** The sealed part of a profile. Fields may be added; what was sealed without them opens with null. */
record PersonalData(
        String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable Address address,
        @Nullable String taxId,
        @Nullable TaxExemption taxExemption) {

    static PersonalData of(Profile profile) {
        return new PersonalData(
                profile.name(),
                profile.email(),
                profile.phone(),
                profile.address(),
                profile.taxId(),
                profile.taxExemption());
    }

    @Override
    public String toString() {
        return "PersonalData[…]"; // stays out of logs
    }
}
