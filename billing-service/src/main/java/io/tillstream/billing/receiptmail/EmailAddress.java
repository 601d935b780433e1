package io.tillstream.billing.receiptmail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.regex.Pattern;

/** Addresses that a mail server on the internet can deliver to: a local part and a host with a dot (RFC 5321, section 4.1.2). */
final class EmailAddress {

    private static final Pattern SHAPE =
            Pattern.compile("[^@\\s\\p{Cntrl},;<>]{1,64}@[^@\\s\\p{Cntrl},;<>.]+(\\.[^@\\s\\p{Cntrl},;<>.]+)+");

    private EmailAddress() {}

    /** Blanks around it do not count. */
    static String checked(String typed) {
        String address = typed.strip();
        try {
            if (SHAPE.matcher(address).matches()) {
                new InternetAddress(address, true).validate();
                return address;
            }
        } catch (AddressException malformed) {
            throw (AddressNotValid) new AddressNotValid().with("/address", String.valueOf(malformed.getMessage()));
        }
        throw (AddressNotValid) new AddressNotValid().with("/address", "Like name@example.com.");
    }
}
