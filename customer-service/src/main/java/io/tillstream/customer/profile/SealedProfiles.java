package io.tillstream.customer.profile;

import io.tillstream.customer.vault.CustomerVault;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Personal data on its way into and out of the vault. */
@Component
class SealedProfiles {

    private final CustomerVault vault;
    private final JsonMapper json;

    SealedProfiles(CustomerVault vault, JsonMapper json) {
        this.vault = vault;
        this.json = json;
    }

    byte[] seal(UUID id, PersonalData data) {
        return vault.seal(id, json.writeValueAsBytes(data));
    }

    CustomerView open(Customer customer) {
        return CustomerView.of(customer, dataOf(List.of(customer)).get(customer.id()));
    }

    Map<UUID, PersonalData> dataOf(Collection<Customer> customers) {
        Map<UUID, byte[]> sealed = new HashMap<>();
        for (Customer customer : customers) {
            byte[] profile = customer.sealed();
            if (profile != null) {
                sealed.put(customer.id(), profile);
            }
        }
        Map<UUID, PersonalData> opened = new HashMap<>();
        vault.open(sealed).forEach((id, plain) -> opened.put(id, json.readValue(plain, PersonalData.class)));
        return opened;
    }
}
