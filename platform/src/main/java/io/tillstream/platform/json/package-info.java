/** One JSON dialect: exact decimals as strings, unknown fields refused. */
@NullMarked
package io.tillstream.platform.json;

import org.jspecify.annotations.NullMarked;
