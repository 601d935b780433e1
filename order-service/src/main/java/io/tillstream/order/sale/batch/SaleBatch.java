package io.tillstream.order.sale.batch;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What a till rang up while nobody could take it, in its order. Each sale is read by itself, so that one that cannot be read harms no
 * other.
 */
record SaleBatch(
        @NotBlank @Size(max = 64) String tillId,

        @NotNull
        @Size(min = 1, max = 100)
        @ArraySchema(schema = @Schema(implementation = BatchedSale.class), minItems = 1, maxItems = 100)
        List<JsonNode> sales) {}
