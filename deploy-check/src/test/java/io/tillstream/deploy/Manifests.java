package io.tillstream.deploy;

import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** All objects of a rendered overlay. */
record Manifests(List<Manifest> all) {
    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    static Manifests parse(String rendered) {
        return new Manifests(Stream.of(rendered.split("(?m)^---\\n"))
                .filter(document -> !document.isBlank())
                .map(document -> new Manifest((ObjectNode) YAML.readTree(document)))
                .toList());
    }

    Stream<Manifest> of(String kind) {
        return all.stream().filter(manifest -> manifest.is(kind));
    }

    boolean has(String kind, String name) {
        return of(kind).anyMatch(manifest -> manifest.name().equals(name));
    }

    Manifest get(String kind, String name) {
        return of(kind).filter(manifest -> manifest.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + kind + " " + name));
    }

    static String yaml(Manifest manifest) {
        return YAML.writeValueAsString(manifest.tree());
    }
}
