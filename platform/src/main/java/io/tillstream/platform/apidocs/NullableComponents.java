package io.tillstream.platform.apidocs;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A record component marked {@link Nullable} may be null in JSON; every other one may not. */
@SuppressWarnings("rawtypes") // the library hands out raw schemas
final class NullableComponents implements ModelConverter {
    private static final String NULL = "null";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType annotated, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (!chain.hasNext()) {
            return null;
        }
        Schema<?> resolved = chain.next().resolve(annotated, context, chain);
        JavaType type = Json.mapper().constructType(annotated.getType());
        if (resolved != null && type != null && type.getRawClass().isRecord()) {
            mark(type.getRawClass(), described(resolved, context.getDefinedModels()));
        }
        return resolved;
    }

    private static @Nullable Schema<?> described(Schema<?> resolved, Map<String, Schema> models) {
        String reference = resolved.get$ref();
        return reference == null ? resolved : models.get(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private static void mark(Class<?> type, @Nullable Schema<?> model) {
        if (model == null || model.getProperties() == null) {
            return;
        }
        for (RecordComponent component : type.getRecordComponents()) {
            Schema<?> property = model.getProperties().get(component.getName());
            if (property != null && component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                model.getProperties().put(component.getName(), orNull(property));
            }
        }
    }

    private static Schema<?> orNull(Schema<?> property) {
        if (allowsNull(property)) {
            return property;
        }
        if (property.get$ref() != null) {
            return new Schema<>().oneOf(List.of(property, new Schema<>().types(Set.of(NULL))));
        }
        Set<String> types = new LinkedHashSet<>(property.getTypes() == null ? Set.of() : property.getTypes());
        if (property.getType() != null) {
            types.add(property.getType());
        }
        types.add(NULL);
        property.setTypes(types);
        return property;
    }

    static boolean allowsNull(Schema<?> property) {
        return (property.getTypes() != null && property.getTypes().contains(NULL))
                || (property.getOneOf() != null
                        && property.getOneOf().stream().anyMatch(NullableComponents::allowsNull));
    }
}
