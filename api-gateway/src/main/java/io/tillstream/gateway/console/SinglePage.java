package io.tillstream.gateway.console;

import org.springframework.core.io.Resource;
import org.springframework.web.reactive.resource.PathResourceResolver;
import reactor.core.publisher.Mono;

/** Answers a path of the application, which is no file, with its one page. A missing file stays missing. */
final class SinglePage extends PathResourceResolver {
    private static final String PAGE = "index.html";

    @Override
    protected Mono<Resource> getResource(String path, Resource location) {
        Mono<Resource> file = super.getResource(path, location);
        boolean namesAFile = path.indexOf('.', path.lastIndexOf('/') + 1) >= 0;
        return namesAFile ? file : file.switchIfEmpty(super.getResource(PAGE, location));
    }
}
