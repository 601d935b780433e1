package io.tillstream.catalog.productimport;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvFileTest {
    private static final String TEXT = "sku,name\r\n1,Käse \"jung\"\r\n\r\n2,\"A, \"\"B\"\"\nC\"\r3,寿司";

    @Test
    void quotesLineEndsAndBlankLinesAreReadAsRfc4180Says() throws IOException {
        assertThat(rows(TEXT.getBytes(UTF_8)))
                .containsExactly("1:sku|name", "2:1|Käse \"jung\"", "4:2|A, \"B\"\nC", "6:3|寿司");
    }

    @Test
    void aByteOrderMarkTellsTheEncoding() throws IOException {
        List<String> expected = rows(TEXT.getBytes(UTF_8));
        assertThat(rows(marked("efbbbf", UTF_8))).isEqualTo(expected);
        assertThat(rows(marked("fffe", UTF_16LE))).isEqualTo(expected);
        assertThat(rows(marked("feff", UTF_16BE))).isEqualTo(expected);
    }

    @Test
    void semicolonsAndTabsAreRecognised() throws IOException {
        assertThat(rows("sku;name\n1;a,b".getBytes(UTF_8))).containsExactly("1:sku|name", "2:1|a,b");
        assertThat(rows("sku\tname\n1\ta,b;c".getBytes(UTF_8))).containsExactly("1:sku|name", "2:1|a,b;c");
    }

    @Test
    void whatIsNotTextIsNamedByItsLine() {
        byte[] latin = "sku,name\n1,ok\n2,K\u00e4se\n".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> rows(latin))
                .isInstanceOf(FileNotReadable.class)
                .hasMessageContaining("Line 3 ");
        byte[] unmarked = TEXT.getBytes(UTF_16LE);
        assertThatThrownBy(() -> rows(unmarked)).hasMessageContaining("Line 1 ").hasMessageContaining("UTF-8");
    }

    @Test
    void aFieldWithoutEndStopsAtItsLine() {
        String endless = "sku,name\n1,\"" + "x".repeat(10_000_000);
        assertThatThrownBy(() -> rows(endless.getBytes(UTF_8))).hasMessageContaining("Line 2 ");
        assertThatThrownBy(() -> rows("sku,name\n1,\"open".getBytes(UTF_8))).hasMessageContaining("line 2 ");
    }

    private static byte[] marked(String mark, Charset charset) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(HexFormat.of().parseHex(mark));
        bytes.write(TEXT.getBytes(charset));
        return bytes.toByteArray();
    }

    private static List<String> rows(byte[] bytes) throws IOException {
        CsvFile file = new CsvFile(TextReader.of(new ByteArrayInputStream(bytes)));
        List<String> rows = new ArrayList<>();
        for (List<String> row = file.next(); row != null; row = file.next()) {
            rows.add(file.rowStart() + ":" + String.join("|", row));
        }
        return rows;
    }
}
