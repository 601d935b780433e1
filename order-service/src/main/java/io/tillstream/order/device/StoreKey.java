package io.tillstream.order.device;

/**
 * What the tills of one store have in common and nobody else knows.
 *
 * @param number how many devices of the store had been retired when it was made; the higher replaces the lower
 * @param key 32 random bytes, Base64
 */
record StoreKey(String storeId, int number, String key) {}
