package io.tillstream.order.device;

/** Whether a device still is its till. */
public enum DeviceState {
    ACTIVE,
    REPLACED,
    REVOKED
}
