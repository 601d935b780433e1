package io.tillstream.order.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.order.store.Shops;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.Token;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class StoreKeyTest {

    private final Api api;
    private final Api manager;
    private final Api cashier;
    private final TestDevice first = TestDevice.made();
    private final TestDevice second = TestDevice.made();

    StoreKeyTest(Api api) {
        this.api = api;
        this.manager = api.as(Token.manager("goslar"));
        this.cashier = api.as(Token.cashier("goslar"));
    }

    @BeforeEach
    void twoTills() {
        Shops.open(api, "goslar");
        assertThat(first.enrolAs("goslar-1", manager).status()).isEqualTo(201);
        assertThat(second.enrolAs("goslar-2", manager).status()).isEqualTo(201);
    }

    @Test
    void theTillsOfAStoreHaveOneKey() throws Exception {
        Set<String> keys = new HashSet<>();
        try (ExecutorService tills = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = IntStream.range(0, 6)
                    .mapToObj(each -> tills.submit(() -> key(each % 2 == 0 ? first : second, cashier)))
                    .toList();
            for (var one : asked) {
                keys.add(one.get().at("/key"));
            }
        }
        assertThat(keys).hasSize(1);
        assertThat(Base64.getDecoder().decode(keys.iterator().next())).hasSize(32);
    }

    @Test
    void onceADeviceIsRetiredTheOthersGetAnotherAndItGetsNone() {
        Api.Answer before = key(first, cashier);
        manager.put(second.path() + "/revocation", "{\"reason\": \"LOST\"}");

        Api.Answer after = key(first, cashier);

        assertThat(after.at("/key")).isNotEqualTo(before.at("/key"));
        assertThat(Integer.parseInt(after.at("/number"))).isGreaterThan(Integer.parseInt(before.at("/number")));
        assertThat(key(second, cashier).problem()).isEqualTo("device-retired");
        assertThat(key(first, cashier).at("/key")).isEqualTo(after.at("/key"));
    }

    @Test
    void onlyTheDeviceItselfIsGivenTheKey() {
        String challenge = TestDevice.challenge(cashier);
        assertThat(ask(first, second, challenge, cashier).at("/errors/0/pointer"))
                .as("signed by another device")
                .isEqualTo("/signature");
        assertThat(ask(first, first, "made up", cashier).at("/errors/0/pointer"))
                .isEqualTo("/challenge");
        assertThat(ask(first, first, challenge, cashier).status()).isEqualTo(200);
        assertThat(ask(first, first, challenge, cashier).problem()).isEqualTo("key-not-proven");
        Api stranger = api.as(Token.manager("aalen"));
        assertThat(key(first, stranger).status()).isEqualTo(404);
    }

    private static Api.Answer key(TestDevice device, Api by) {
        return ask(device, device, TestDevice.challenge(by), by);
    }

    private static Api.Answer ask(TestDevice device, TestDevice signer, String challenge, Api by) {
        String signature = signer.sign("tillstream-store-key\n" + device.id() + "\n" + challenge);
        return by.post(
                device.path() + "/store-key",
                "{\"challenge\": \"" + challenge + "\", \"signature\": \"" + signature + "\"}");
    }
}
