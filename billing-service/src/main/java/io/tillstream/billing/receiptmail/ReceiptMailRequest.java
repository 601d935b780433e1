package io.tillstream.billing.receiptmail;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** A customer wants the receipt of a sale sent to their address. */
record ReceiptMailRequest(
        @NotBlank @Size(max = 64) String storeId,
        @NotNull UUID saleId,
        @NotNull @Size(max = 254) String address,
        @NotNull @Valid MailedReceipt receipt) {}
