package io.tillstream.customer.profile;

public enum CustomerStatus {
    ACTIVE,
    ERASED
}
