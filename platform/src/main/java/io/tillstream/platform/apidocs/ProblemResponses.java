package io.tillstream.platform.apidocs;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.Collection;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** Whatever is not the answer is a problem detail (RFC 9457), on every operation. */
@SuppressWarnings({"rawtypes", "unchecked"}) // the library hands out raw schemas
final class ProblemResponses implements GlobalOpenApiCustomizer {
    private static final String PROBLEM = "Problem";

    @Override
    public void customise(OpenAPI openApi) {
        openApi.getComponents().addSchemas(PROBLEM, problem());
        ApiResponse refusal = new ApiResponse()
                .description("Refused or failed; the type is explained in docs/problems.md")
                .content(new Content()
                        .addMediaType(
                                org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                new MediaType().schema(new Schema<>().$ref(PROBLEM))));
        openApi.getPaths().values().stream()
                .map(PathItem::readOperations)
                .flatMap(Collection::stream)
                .forEach(operation -> operation.getResponses().addApiResponse(ApiResponses.DEFAULT, refusal));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty(
                        "errors",
                        new ArraySchema()
                                .items(new ObjectSchema()
                                        .addProperty("pointer", new StringSchema().format("json-pointer"))
                                        .addProperty("detail", new StringSchema())
                                        .required(List.of("detail", "pointer"))))
                .required(List.of("detail", "status", "title", "type"));
    }
}
