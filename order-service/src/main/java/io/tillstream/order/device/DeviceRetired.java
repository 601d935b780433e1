package io.tillstream.order.device;

import io.tillstream.platform.web.Failure;

/** A device that no longer is a till asks for what only tills get. */
class DeviceRetired extends Failure {

    DeviceRetired() {
        super(Kind.CONFLICT, "device-retired", "This device no longer is a till of the store.");
    }
}
