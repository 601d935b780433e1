package io.tillstream.order.device;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.order.store.Shops;
import io.tillstream.platform.security.Role;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class EnrolmentTest {

    private static final String CODES = "/api/devices/codes";
    private static final String TILL_1 = "{\"storeId\": \"ulm\", \"tillId\": \"ulm-1\"}";

    private final Api api;
    private final Api manager;
    private final Api cashier;
    private final Api stranger;

    EnrolmentTest(Api api) {
        this.api = api;
        this.manager = api.as(Token.manager("ulm"));
        this.cashier = api.as(Token.cashier("ulm"));
        this.stranger = api.as(Token.of(Role.SHIFT_LEAD, "aalen"));
    }

    @BeforeEach
    void openShop() {
        Shops.open(api, "ulm");
        manager.put("/api/devices/rules/ulm", "{\"who\": \"LEADS\"}");
    }

    @Test
    void aManagersCodeMakesOneDeviceTheTill() {
        TestDevice device = TestDevice.made();
        assertThat(cashier.post(CODES, TILL_1).status()).isEqualTo(403);
        String code = manager.post(CODES, TILL_1).at("/code");

        Api.Answer enrolled = device.enrolWith(typedBadly(code), cashier);

        assertThat(enrolled.status()).as(enrolled.toString()).isEqualTo(201);
        assertThat(enrolled.at("/tillId")).isEqualTo("ulm-1");
        assertThat(enrolled.at("/enrolledByName")).isEqualTo("store_manager");
        assertThat(enrolled.at("/setUpByName")).isEqualTo("cashier");
        assertThat(device.enrolWith(code, cashier).status())
                .as("the answer was lost")
                .isEqualTo(200);
        assertThat(new TestDevice(device.id(), TestDevice.made().keys())
                        .enrolWith(code, cashier)
                        .problem())
                .isEqualTo("already-stored-differently");
        assertThat(TestDevice.made().enrolWith(code, cashier).problem()).isEqualTo("enrolment-code-wrong");
        assertThat(manager.get("/api/devices?storeId=ulm").text())
                .contains(device.id().toString());
        assertThat(stranger.get("/api/devices?storeId=ulm").status()).isEqualTo(404);
        assertThat(stranger.get(device.path()).status()).isEqualTo(404);
    }

    @Test
    void aDeviceProvesThatItHoldsItsKey() {
        TestDevice device = TestDevice.made();
        String challenge = TestDevice.challenge(manager);
        TestDevice other = TestDevice.made();

        assertThat(manager.put(device.path(), other.asking(null, "ulm-1", challenge))
                        .at("/errors/0/pointer"))
                .as("signed for another device")
                .isEqualTo("/signature");
        assertThat(manager.put(device.path(), device.asking(null, "ulm-1", "made up"))
                        .at("/errors/0/pointer"))
                .isEqualTo("/challenge");
        assertThat(TestDevice.on("secp384r1").enrolAs("ulm-1", manager).at("/errors/0/pointer"))
                .isEqualTo("/publicKey");
        assertThat(manager.put(device.path(), device.asking(null, "ulm-1", challenge))
                        .status())
                .isEqualTo(201);
        assertThat(manager.put(other.path(), other.asking(null, "ulm-1", challenge))
                        .problem())
                .as("a challenge counts once")
                .isEqualTo("key-not-proven");
    }

    @Test
    void anotherDeviceTakesItsPlaceAndTheOldOneIsTold() {
        TestDevice first = TestDevice.made();
        TestDevice second = TestDevice.made();
        int epoch = epochOf(first.enrolAs("ulm-1", manager));
        assertThat(state(first)).isEqualTo("ACTIVE");

        assertThat(epochOf(second.enrolAs("ulm-1", manager))).isEqualTo(epoch + 1);

        assertThat(state(first)).isEqualTo("REPLACED");
        assertThat(state(second)).isEqualTo("ACTIVE");
        assertThat(manager.put(second.path() + "/revocation", "{\"reason\": \"LOST\"}")
                        .at("/reason"))
                .isEqualTo("LOST");
        assertThat(manager.put(second.path() + "/revocation", "{\"reason\": \"BROKEN\"}")
                        .at("/reason"))
                .as("the first word counts")
                .isEqualTo("LOST");
        assertThat(state(second)).isEqualTo("REVOKED");
        assertThat(epochOf(TestDevice.made().enrolAs("ulm-1", manager))).isEqualTo(epoch + 2);
        assertThat(cashier.put(first.path() + "/revocation", "{\"reason\": \"LOST\"}")
                        .status())
                .isEqualTo(403);
        assertThat(stranger.put(first.path() + "/revocation", "{\"reason\": \"LOST\"}")
                        .problem())
                .isEqualTo("not-your-store");
    }

    @Test
    void nobodyGuessesACode() {
        Api guesser = api.as(Token.of(Role.SHIFT_LEAD, "ulm"));
        String code = manager.post(CODES, TILL_1).at("/code");
        for (int left = 4; left >= 0; left--) {
            Api.Answer wrong = TestDevice.made().enrolWith("AAAA-AAAA", guesser);
            assertThat(wrong.at("/detail")).endsWith("tries left: " + left + ".");
        }
        assertThat(TestDevice.made().enrolWith(code, guesser).problem()).isEqualTo("too-many-enrolment-tries");
        assertThat(TestDevice.made().enrolWith(code, cashier).status())
                .as("others are not locked out")
                .isEqualTo(201);
    }

    @Test
    void theStoreSaysWhoseWordIsEnough() {
        assertThat(TestDevice.made().enrolAs("ulm-2", cashier).problem()).isEqualTo("enrolment-not-yours");
        assertThat(TestDevice.made().enrolAs("ulm-2", stranger).problem()).isEqualTo("till-not-found");
        assertThat(cashier.put("/api/devices/rules/ulm", "{\"who\": \"TILL_STAFF\"}")
                        .status())
                .isEqualTo(403);

        manager.put("/api/devices/rules/ulm", "{\"who\": \"TILL_STAFF\"}");

        assertThat(cashier.get("/api/devices/rules/ulm").at("/who")).isEqualTo("TILL_STAFF");
        assertThat(TestDevice.made().enrolAs("ulm-2", cashier).at("/enrolledByName"))
                .isEqualTo("cashier");
    }

    @Test
    void ofManyDevicesAtOnceOneIsTheTill() throws Exception {
        List<Integer> epochs = new ArrayList<>();
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> asked = IntStream.range(0, 8)
                    .mapToObj(device ->
                            hands.submit(() -> epochOf(TestDevice.made().enrolAs("ulm-2", manager))))
                    .toList();
            for (Future<Integer> one : asked) {
                epochs.add(one.get());
            }
        }
        assertThat(epochs).doesNotHaveDuplicates();
        assertThat(manager.get("/api/devices?storeId=ulm").json().at("/items").findValuesAsString("tillId").stream()
                        .filter("ulm-2"::equals))
                .hasSizeGreaterThanOrEqualTo(8);
        long active = 0;
        for (var device : manager.get("/api/devices?storeId=ulm").json().at("/items")) {
            active += device.at("/tillId").asString().equals("ulm-2")
                            && device.at("/state").asString().equals("ACTIVE")
                    ? 1
                    : 0;
        }
        assertThat(active).isEqualTo(1);
    }

    private static String typedBadly(String code) {
        return code.substring(0, 4).toLowerCase(java.util.Locale.ROOT) + " - "
                + code.substring(4).replace('0', 'o').replace('1', 'l');
    }

    private static int epochOf(Api.Answer enrolled) {
        assertThat(enrolled.status()).as(enrolled.toString()).isEqualTo(201);
        return enrolled.json().at("/epoch").asInt();
    }

    /** What the device learns when it tells how it is. */
    private String state(TestDevice device) {
        return cashier.put("/api/till-states/ulm-1", """
                        {"storeId": "ulm", "openSessions": [], "unsent": 0, "unsentSince": null, "appVersion": "0.1.0",
                         "deviceId": "%s"}
                        """.formatted(device.id())).at("/device/state");
    }
}
