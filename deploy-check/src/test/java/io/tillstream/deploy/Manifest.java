package io.tillstream.deploy;

import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One object of a rendered overlay. */
record Manifest(ObjectNode tree) {
    String kind() {
        return tree.path("kind").asString();
    }

    String name() {
        return tree.at("/metadata/name").asString();
    }

    boolean is(String kind) {
        return kind().equals(kind);
    }

    JsonNode at(String pointer) {
        return tree.at(pointer);
    }

    Stream<JsonNode> containers() {
        return at("/spec/template/spec/containers").valueStream();
    }

    JsonNode podLabels() {
        return at("/spec/template/metadata/labels");
    }

    Finding finding(String what) {
        return new Finding(kind() + " " + name(), what);
    }

    /** Whether all of these labels are on the other side. */
    static boolean matches(JsonNode selector, JsonNode labels) {
        return !selector.isEmpty()
                && selector.propertyStream()
                        .map(Map.Entry::getKey)
                        .allMatch(key -> selector.path(key).equals(labels.path(key)));
    }
}
