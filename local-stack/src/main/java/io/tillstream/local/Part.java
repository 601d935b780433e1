package io.tillstream.local;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The processes of the suite, in the order in which they are started. */
public enum Part {
    POSTGRES("postgres", 8254),
    KAFKA("kafka", 8292),
    MAIL("mail", 8225),
    KEYCLOAK("keycloak", 8180),
    CATALOG("catalog-service", 8201, "catalog"),
    INVENTORY("inventory-service", 8202, "inventory"),
    ORDER("order-service", 8203, "orders"),
    PURCHASING("purchasing-service", 8204, "purchasing"),
    BILLING("billing-service", 8205, "billing"),
    PAYMENT("payment-service", 8206, "payment"),
    FINANCE("finance-service", 8207, "finance"),
    CUSTOMER("customer-service", 8208, "customer"),
    SHIPPING("shipping-service", 8209, "shipping"),
    PRINT_BRIDGE("print-bridge", 8227),
    STORE_EDGE("store-edge", 8228),
    GATEWAY("api-gateway", 8080);

    private final String label;
    private final int basePort;
    private final Optional<String> database;

    Part(String label, int basePort) {
        this.label = label;
        this.basePort = basePort;
        this.database = Optional.empty();
    }

    Part(String label, int basePort, String database) {
        this.label = label;
        this.basePort = basePort;
        this.database = Optional.of(database);
    }

    /** The name that people type and see; for a service it is also its Maven module. */
    public String label() {
        return label;
    }

    /** The port before {@code TILL_PORT_OFFSET} is added. */
    public int basePort() {
        return basePort;
    }

    /** The database of a service. */
    public Optional<String> database() {
        return database;
    }

    /** Whether this part is built from a module of this repository. */
    public boolean isModule() {
        return database.isPresent() || this == GATEWAY || this == PRINT_BRIDGE || this == STORE_EDGE;
    }

    /** Whether it is a Spring application: those start quicker with an ahead-of-time cache. */
    public boolean isSpring() {
        return database.isPresent() || this == GATEWAY;
    }

    /** Every service that owns a database. */
    public static List<Part> services() {
        return Arrays.stream(values()).filter(part -> part.database.isPresent()).toList();
    }

    /** The part of that name. */
    public static Part named(String label) {
        return Arrays.stream(values())
                .filter(part -> part.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new Trouble(
                        "There is no part named " + label + ".",
                        "Parts are: "
                                + String.join(
                                        ", ",
                                        Arrays.stream(values()).map(Part::label).toList()) + "."));
    }
}
