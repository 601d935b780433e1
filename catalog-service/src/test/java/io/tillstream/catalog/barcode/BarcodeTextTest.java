package io.tillstream.catalog.barcode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BarcodeTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "96385074", // GTIN-8
                "036000291452", // GTIN-12
                "4006381333931", // GTIN-13
                "10036000291459", // GTIN-14
                "2000000000015", // in-store
                "4711",
                "123456789",
                "SHELF-12/B"
            })
    void aCodeThatScansIsFine(String code) {
        assertThat(BarcodeText.fault(code)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "96385075, barcode-check-digit",
        "036000291453, barcode-check-digit",
        "4006381333913, barcode-check-digit",
        "10036000291458, barcode-check-digit",
        "2000000000014, barcode-check-digit",
        "'', barcode-not-readable",
        "two words, barcode-not-readable",
        "é12, barcode-not-readable"
    })
    void aCodeThatDoesNotScanIsRefusedByName(String code, String rule) {
        assertThat(BarcodeText.fault(code)).extracting(BarcodeText.Fault::code).isEqualTo(rule);
    }

    @ParameterizedTest
    @CsvSource({"036000291452, 0036000291452", "96385074, 00000096385074"})
    void theSameGtinMatchesHoweverManyZerosAreInFront(String printed, String scanned) {
        assertThat(BarcodeText.matchKey(printed)).isEqualTo(BarcodeText.matchKey(scanned));
    }
}
