package io.tillstream.customer.group;

/**
 * A group that prices and promotions may be for. There is one as soon as a customer is in it.
 *
 * @param customers how many are in it
 */
record CustomerGroup(String code, long customers) {}
