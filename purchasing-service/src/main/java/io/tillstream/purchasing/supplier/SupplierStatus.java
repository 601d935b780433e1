package io.tillstream.purchasing.supplier;

public enum SupplierStatus {
    ACTIVE,
    INACTIVE
}
