package io.tillstream.order.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillstream.platform.security.Role;
import io.tillstream.platform.test.Api;
import io.tillstream.platform.test.ServiceTest;
import io.tillstream.platform.test.Token;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@ServiceTest
class StaffTest {

    private final Api api;

    StaffTest(Api api) {
        this.api = api;
    }

    @Test
    void tillsGetWhatChecksAPinAndNeverThePin() throws Exception {
        assertThat(People.setPin(api, Role.SHIFT_LEAD, "4719", "jena").status()).isEqualTo(204);

        Api.Answer answer = api.as(Token.cashier("jena")).get("/api/staff?storeId=jena");
        JsonNode lead = answer.json().at("/items/0");

        assertThat(lead.at("/id").asString()).isEqualTo(People.SHIFT_LEAD);
        assertThat(lead.at("/roles").toString()).isEqualTo("[\"SHIFT_LEAD\"]");
        assertThat(answer.text()).doesNotContain("4719");
        byte[] verifier = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec(
                        "4719".toCharArray(),
                        Base64.getDecoder().decode(lead.at("/pin/salt").asString()),
                        lead.at("/pin/iterations").asInt(),
                        256))
                .getEncoded();
        assertThat(lead.at("/pin/verifier").asString())
                .isEqualTo(Base64.getEncoder().encodeToString(verifier));
        assertThat(api.as(Token.cashier("gera"))
                        .get("/api/staff?storeId=gera")
                        .json()
                        .at("/items"))
                .isEmpty();
        assertThat(api.as(Token.cashier("gera")).get("/api/staff?storeId=jena").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000", "1234", "9876", "2468", "1212", "787878", "7890"})
    void aPinThatAnybodyWouldTryIsRefused(String pin) {
        assertThat(People.setPin(api, Role.CASHIER, pin, "jena").problem()).isEqualTo("pin-too-simple");
    }

    @ParameterizedTest
    @ValueSource(strings = {"471", "471947194", "47a9", ""})
    void aPinIsFourToEightDigits(String pin) {
        assertThat(People.setPin(api, Role.CASHIER, pin, "jena").at("/errors/0/pointer"))
                .isEqualTo("/pin");
    }

    @Test
    void peopleAreCalledByTheNameTheirColleaguesKnow() {
        api.as(Token.of(Role.SHIFT_LEAD, "weimar").called("Lea Lorenz"))
                .put("/api/staff/" + People.SHIFT_LEAD + "/pin", "{\"pin\": \"4719\"}");

        assertThat(api.as(Token.cashier("weimar"))
                        .get("/api/staff?storeId=weimar")
                        .at("/items/0/name"))
                .isEqualTo("Lea Lorenz");
    }

    @Test
    void nobodySetsThePinOfSomebodyElse() {
        assertThat(api.as(Token.manager("jena"))
                        .put("/api/staff/" + People.CASHIER + "/pin", "{\"pin\": \"4719\"}")
                        .problem())
                .isEqualTo("not-your-pin");
    }

    @Test
    void whoLeftAStoreHasNoPinThereAndKeepsTheOthers() {
        People.setPin(api, Role.CASHIER, "4719", "suhl", "weimar");
        Api manager = api.as(Token.manager("suhl"));
        String path = "/api/staff/" + People.CASHIER + "/stores/";

        Api.Answer left = manager.put(path + "suhl", "{\"left\": true}");

        assertThat(left.at("/leftAt")).as(left.toString()).isNotEmpty();
        assertThat(manager.get("/api/staff?storeId=suhl")
                        .json()
                        .at("/items/0/pin")
                        .isNull())
                .isTrue();
        assertThat(api.as(Token.cashier("weimar"))
                        .get("/api/staff?storeId=weimar")
                        .at("/items/0/pin/salt"))
                .isNotEmpty();
        assertThat(manager.put(path + "suhl", "{\"left\": true}").at("/leftAt")).isEqualTo(left.at("/leftAt"));
        assertThat(manager.put(path + "weimar", "{\"left\": true}").problem()).isEqualTo("not-your-store");
        assertThat(api.as(Token.cashier("suhl"))
                        .put(path + "suhl", "{\"left\": false}")
                        .problem())
                .isEqualTo("role-required");
        assertThat(manager.put(path + "suhl", "{\"left\": false}")
                        .json()
                        .at("/leftAt")
                        .isNull())
                .isTrue();
    }
}
