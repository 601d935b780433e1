package io.tillstream.platform.apidocs;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Set;

/** {@code GoodsReceipt.Line} is described as {@code GoodsReceiptLine}, so that two records of one name do not become one. */
final class RecordNames extends TypeNameResolver {

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        Class<?> owner = type.getEnclosingClass();
        return owner == null ? super.nameForClass(type, options) : nameForClass(owner, options) + type.getSimpleName();
    }
}
