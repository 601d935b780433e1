package io.tillstream.platform.apidocs;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** An answer always carries every property, null or not; a request may leave out those that may be null. */
@SuppressWarnings({"rawtypes", "unchecked"}) // the library hands out raw schemas
final class RequiredProperties implements GlobalOpenApiCustomizer {

    @Override
    public void customise(OpenAPI openApi) {
        Map<String, Schema> models =
                Objects.requireNonNullElse(openApi.getComponents().getSchemas(), Map.of());
        Set<String> sent = reachable(requestBodies(openApi), models);
        models.forEach((name, model) -> {
            if (model.getProperties() != null) {
                model.setRequired(required(model, sent.contains(name)));
            }
        });
    }

    private static List<String> required(Schema<?> model, boolean sent) {
        return model.getProperties().entrySet().stream()
                .filter(property -> !sent || !NullableComponents.allowsNull(property.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static List<Schema<?>> requestBodies(OpenAPI openApi) {
        return openApi.getPaths().values().stream()
                .map(PathItem::readOperations)
                .flatMap(Collection::stream)
                .filter(operation -> operation.getRequestBody() != null)
                .flatMap(operation -> operation.getRequestBody().getContent().values().stream())
                .<Schema<?>>map(content -> content.getSchema())
                .filter(Objects::nonNull)
                .toList();
    }

    private static Set<String> reachable(List<Schema<?>> from, Map<String, Schema> models) {
        Set<String> names = new HashSet<>();
        Deque<Schema<?>> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            Schema<?> schema = open.pop();
            parts(schema).forEach(open::push);
            String reference = schema.get$ref();
            if (reference != null) {
                String name = reference.substring(reference.lastIndexOf('/') + 1);
                if (names.add(name) && models.get(name) != null) {
                    open.push(models.get(name));
                }
            }
        }
        return names;
    }

    private static Stream<Schema<?>> parts(Schema<?> schema) {
        Stream<Schema<?>> properties = schema.getProperties() == null
                ? Stream.of()
                : schema.getProperties().values().stream().map(property -> (Schema<?>) property);
        Stream<Schema<?>> alternatives = schema.getOneOf() == null
                ? Stream.of()
                : schema.getOneOf().stream().map(alternative -> (Schema<?>) alternative);
        Stream<Schema<?>> items = schema.getItems() == null ? Stream.of() : Stream.of(schema.getItems());
        return Stream.of(properties, alternatives, items).flatMap(part -> part);
    }
}
