package io.tillstream.shipping.carrier;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The carriers that this installation has under contract. */
@Component
public class Carriers {

    private final List<Carrier> underContract;

    Carriers(List<Carrier> underContract) {
        this.underContract = underContract;
    }

    public Optional<Carrier> named(String code) {
        return underContract.stream()
                .filter(carrier -> carrier.code().equalsIgnoreCase(code))
                .findFirst();
    }

    public List<String> codes() {
        return underContract.stream().map(Carrier::code).sorted().toList();
    }
}
