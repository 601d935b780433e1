package io.tillstream.customer.profile;

public enum ErasureReason {
    CUSTOMER_REQUEST,
    RETENTION_ENDED
}
