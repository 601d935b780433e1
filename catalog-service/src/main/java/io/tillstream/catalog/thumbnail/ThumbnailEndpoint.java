package io.tillstream.catalog.thumbnail;

import java.io.IOException;
import java.util.function.Function;
import org.springframework.cloud.function.context.FunctionCatalog;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Calls the function over HTTP; part of {@link ThumbnailProcess} alone, so it is no component that a scan would find. */
class ThumbnailEndpoint {

    @Bean
    RouterFunction<ServerResponse> thumbnailRoutes(FunctionCatalog functions) {
        Function<byte[], Thumbnails> thumbnails = functions.lookup("thumbnails");
        return RouterFunctions.route()
                .POST("/thumbnails", request -> answer(thumbnails.apply(picture(request))))
                .GET("/health", request -> ServerResponse.ok().body("ready"))
                .build();
    }

    /** One byte more than the limit is enough to know that it is too many. */
    private static byte[] picture(ServerRequest request) throws IOException {
        return request.servletRequest().getInputStream().readNBytes(ThumbnailMaker.MOST_BYTES + 1);
    }

    /** 200 with the thumbnails, or 422 with the problem. */
    private static ServerResponse answer(Thumbnails made) {
        return ServerResponse.status(made.problem() == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .contentType(MediaType.APPLICATION_JSON)
                .body(made);
    }
}
