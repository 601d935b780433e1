package io.tillstream.customer.profile;

import io.tillstream.customer.search.BlindIndex;
import io.tillstream.platform.web.AlreadyStoredDifferently;
import io.tillstream.platform.web.NotFound;
import io.tillstream.platform.web.Stale;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where customers are written down and corrected. */
@Service
public class CustomerDesk {

    private final Customers customers;
    private final SealedProfiles profiles;
    private final BlindIndex index;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CustomerDesk(
            Customers customers,
            SealedProfiles profiles,
            BlindIndex index,
            ApplicationEventPublisher events,
            Clock clock) {
        this.customers = customers;
        this.profiles = profiles;
        this.index = index;
        this.events = events;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public CustomerView one(UUID id) {
        return customers.findById(id).map(profiles::open).orElseThrow(() -> new NotFound("customer " + id));
    }

    /**
     * Creates the customer, or edits them when {@code expected} is the version they have.
     *
     * @param expected the version that the caller has read, or null when they mean to create
     */
    @Transactional
    public Stored<CustomerView> put(UUID id, Profile profile, @Nullable Long expected) {
        customers.takeTurn(id);
        Optional<Customer> known = customers.findById(id);
        if (known.isEmpty()) {
            if (expected != null) {
                throw new Stale();
            }
            return Stored.now(create(id, profile));
        }
        CustomerView current = profiles.open(known.get());
        if (current.status() == CustomerStatus.ERASED) {
            throw new AlreadyErased(id);
        }
        if (says(profile, current)) {
            return Stored.before(current);
        }
        if (expected == null) {
            throw new AlreadyStoredDifferently();
        }
        if (expected != current.version()) {
            throw new Stale();
        }
        return Stored.before(change(known.get(), profile));
    }

    private CustomerView create(UUID id, Profile profile) {
        PersonalData data = PersonalData.of(profile);
        Customer customer = new Customer(id, profile.groupCode(), profiles.seal(id, data), clock.instant());
        return store(customer, data);
    }

    private CustomerView change(Customer customer, Profile profile) {
        PersonalData data = PersonalData.of(profile);
        customer.change(profile.groupCode(), profiles.seal(customer.id(), data), clock.instant());
        return store(customer, data);
    }

    private CustomerView store(Customer customer, PersonalData data) {
        Customer stored = customers.saveAndFlush(customer);
        index.put(stored.id(), data.name(), data.email(), data.phone());
        events.publishEvent(new CustomerChanged(
                stored.id(), stored.groupCode(), data.taxExemption(), stored.version(), stored.updatedAt()));
        return CustomerView.of(stored, data);
    }

    private static boolean says(Profile profile, CustomerView current) {
        return profile.name().equals(current.name())
                && Objects.equals(profile.email(), current.email())
                && Objects.equals(profile.phone(), current.phone())
                && Objects.equals(profile.address(), current.address())
                && Objects.equals(profile.groupCode(), current.groupCode())
                && Objects.equals(profile.taxId(), current.taxId())
                && Objects.equals(profile.taxExemption(), current.taxExemption());
    }
}
