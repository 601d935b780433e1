package io.tillstream.customer.profile;

import io.tillstream.customer.search.BlindIndex;
import io.tillstream.customer.search.Closeness;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds a customer by what they say or what is on their screen: name, e-mail, phone. */
@Service
@Transactional(readOnly = true)
public class CustomerFinder {

    /** So many are opened and put in order; who is not among them should type more. */
    private static final int CANDIDATES = 200;

    private final BlindIndex index;
    private final Customers customers;
    private final SealedProfiles profiles;

    CustomerFinder(BlindIndex index, Customers customers, SealedProfiles profiles) {
        this.index = index;
        this.customers = customers;
        this.profiles = profiles;
    }

    /** The closest first. */
    public List<CustomerView> find(String query, int limit) {
        List<UUID> ids = index.find(query, CANDIDATES);
        List<Customer> candidates = customers.findAllById(ids);
        Map<UUID, PersonalData> opened = profiles.dataOf(candidates);
        return candidates.stream()
                .filter(customer -> opened.containsKey(customer.id()))
                .map(customer -> CustomerView.of(customer, opened.get(customer.id())))
                .sorted(Comparator.comparingInt((CustomerView found) -> -closeness(query, found))
                        .thenComparing(found -> Objects.requireNonNullElse(found.name(), ""))
                        .thenComparing(CustomerView::id))
                .limit(limit)
                .toList();
    }

    private static int closeness(String query, CustomerView found) {
        return Closeness.of(query, Objects.requireNonNullElse(found.name(), ""), found.email());
    }
}
