package io.tillstream.order;

import io.tillstream.platform.test.TestBroker;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes the topics that the service only writes to, as operations does before a service starts. */
@Component
class OwnTopics {

    OwnTopics(TestBroker broker) {
        for (String topic : List.of("store", "till-session", "customer-order", "purchase-order")) {
            broker.received("pos.order." + topic, "none");
        }
    }
}
