package io.tillstream.catalog.product;

/** Whether tills may sell it. */
public enum Status {
    ACTIVE,
    INACTIVE
}
