package io.tillstream.customer.group;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.tillstream.platform.web.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/customer-groups")
@Tag(name = "customer-groups", description = "What prices and promotions may be for")
class CustomerGroupController {
    private static final int MOST = 500;

    private final CustomerGroups groups;

    CustomerGroupController(CustomerGroups groups) {
        this.groups = groups;
    }

    @GetMapping
    @Operation(summary = "The groups that any customer is in, by code, at most 500")
    Page<CustomerGroup> all() {
        return new Page<>(groups.used(MOST), null);
    }
}
