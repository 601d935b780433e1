package io.tillstream.catalog.category;

import io.tillstream.platform.web.NotFound;
import io.tillstream.platform.web.Page;
import io.tillstream.platform.web.Put;
import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/categories")
class CategoryController {
    private final Categories categories;

    CategoryController(Categories categories) {
        this.categories = categories;
    }

    @PutMapping("/{id}")
    ResponseEntity<Category> add(@PathVariable UUID id, @Valid @RequestBody CategoryFacts facts) {
        boolean stored = categories.add(id, facts);
        return stored ? Put.created(read(id)) : Put.seenBefore(read(id));
    }

    @GetMapping("/{id}")
    Category read(@PathVariable UUID id) {
        return categories.find(id).orElseThrow(() -> new NotFound("category " + id));
    }

    @GetMapping
    Page<Category> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return categories.list(cursor, Page.limit(limit));
    }
}
