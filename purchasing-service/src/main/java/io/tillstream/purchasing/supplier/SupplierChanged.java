package io.tillstream.purchasing.supplier;

/** A supplier was created or edited. */
public record SupplierChanged(SupplierView supplier) {}
