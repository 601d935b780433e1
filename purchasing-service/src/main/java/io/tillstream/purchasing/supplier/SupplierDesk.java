package io.tillstream.purchasing.supplier;

import io.tillstream.platform.security.Caller;
import io.tillstream.platform.security.Role;
import io.tillstream.platform.web.AlreadyStoredDifferently;
import io.tillstream.platform.web.Cursor;
import io.tillstream.platform.web.NotFound;
import io.tillstream.platform.web.Page;
import io.tillstream.platform.web.Stale;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Path;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where suppliers are written down, corrected, deactivated and looked up. */
@Service
public class SupplierDesk {

    private final Suppliers suppliers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SupplierDesk(Suppliers suppliers, ApplicationEventPublisher events, Clock clock) {
        this.suppliers = suppliers;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<SupplierView> find(UUID id) {
        return suppliers.findById(id).map(Supplier::view);
    }

    /** One supplier; a supplier's own people see only themselves. */
    @Transactional(readOnly = true)
    SupplierView one(UUID id, Caller caller) {
        return find(id).filter(found -> !caller.has(Role.SUPPLIER) || id.equals(caller.supplierId()))
                .orElseThrow(() -> new NotFound("supplier " + id));
    }

    /**
     * Creates the supplier, or edits it when {@code expected} is the version it has.
     *
     * @param expected the version that the caller has read, or null when they mean to create
     */
    @Transactional
    Described describe(UUID id, SupplierDetails details, @Nullable Long expected) {
        mustExist(details.currency());
        suppliers.takeTurn(id);
        Optional<Supplier> known = suppliers.findById(id);
        if (known.isPresent() && known.get().is(details)) {
            return new Described(known.get().view(), false);
        }
        if (known.isPresent() && expected == null) {
            throw new AlreadyStoredDifferently();
        }
        if (expected != null && (known.isEmpty() || known.get().version() != expected)) {
            throw new Stale();
        }
        known.ifPresent(supplier -> supplier.describe(details, clock.instant()));
        SupplierView supplier = suppliers
                .saveAndFlush(known.orElseGet(() -> new Supplier(id, details, clock.instant())))
                .view();
        events.publishEvent(new SupplierChanged(supplier));
        return new Described(supplier, known.isEmpty());
    }

    /** By name; a supplier's own people see only themselves. */
    @Transactional(readOnly = true)
    Page<SupplierView> list(
            @Nullable String query,
            @Nullable SupplierStatus status,
            @Nullable String cursor,
            int limit,
            Caller caller) {
        Last last = Cursor.decode(cursor, 2, key -> new Last(key.getFirst(), UUID.fromString(key.getLast())));
        List<SupplierView> found = suppliers.findBy(
                (supplier, all, build) -> {
                    List<Predicate> wanted = new ArrayList<>();
                    if (caller.has(Role.SUPPLIER)) {
                        wanted.add(build.equal(supplier.get("id"), caller.supplierId()));
                    }
                    if (query != null) {
                        String pattern = "%" + query.toLowerCase(Locale.ROOT).replaceAll("[\\\\%_]", "\\\\$0") + "%";
                        wanted.add(build.like(build.lower(name(supplier)), pattern, '\\'));
                    }
                    if (status != null) {
                        wanted.add(build.equal(supplier.get("details").get("status"), status));
                    }
                    if (last != null) {
                        wanted.add(after(last, supplier, build));
                    }
                    return build.and(wanted.toArray(Predicate[]::new));
                },
                rows -> rows.sortBy(Sort.by("details.name", "id")).limit(limit + 1).all().stream()
                        .map(Supplier::view)
                        .toList());
        return Page.of(found, limit, end -> Cursor.encode(end.details().name(), end.id()));
    }

    private static Predicate after(Last last, Root<Supplier> supplier, CriteriaBuilder build) {
        return build.or(
                build.greaterThan(name(supplier), last.name()),
                build.and(
                        build.equal(name(supplier), last.name()),
                        build.greaterThan(supplier.<UUID>get("id"), last.id())));
    }

    private static Path<String> name(Root<Supplier> supplier) {
        return supplier.get("details").get("name");
    }

    private static void mustExist(String currency) {
        try {
            Currency.getInstance(currency);
        } catch (IllegalArgumentException e) {
            throw new UnknownCurrency(currency);
        }
    }

    /** A supplier after it was described, and whether it is new. */
    record Described(SupplierView supplier, boolean created) {}

    /** The row a page ended with. */
    private record Last(String name, UUID id) {}
}
