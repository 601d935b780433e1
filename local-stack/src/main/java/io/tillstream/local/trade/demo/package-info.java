/** Opens the demo shop: two stores, three tills, a delicatessen's assortment, and the trade of the last days. */
@NullMarked
package io.tillstream.local.trade.demo;

import org.jspecify.annotations.NullMarked;
