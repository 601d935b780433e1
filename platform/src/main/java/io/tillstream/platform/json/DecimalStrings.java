package io.tillstream.platform.json;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Decimals travel as strings ("19.99"), never as JSON numbers, so that no reader turns them into binary floating point. */
public final class DecimalStrings extends SimpleModule {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,6})?");

    public DecimalStrings() {
        super("decimal-strings");
        addSerializer(BigDecimal.class, new Writer());
        addDeserializer(BigDecimal.class, new Reader());
    }

    private static final class Writer extends StdSerializer<BigDecimal> {
        Writer() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator json, SerializationContext context) {
            json.writeString(value.toPlainString());
        }
    }

    private static final class Reader extends StdDeserializer<BigDecimal> {
        Reader() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser json, DeserializationContext context) {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return (BigDecimal) context.handleUnexpectedToken(getValueType(context), json);
            }
            String text = json.getString();
            if (!DECIMAL.matcher(text).matches()) {
                return (BigDecimal) context.handleWeirdStringValue(
                        BigDecimal.class,
                        text,
                        "must be a decimal such as \"19.99\", at most 15 digits and 6 decimals");
            }
            return new BigDecimal(text);
        }
    }
}
