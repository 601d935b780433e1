package io.tillstream.platform.web;

import jakarta.validation.ConstraintViolationException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** Turns every failure into a problem detail (RFC 9457). What is not foreseen is logged and answered without its cause. */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
final class Problems extends ResponseEntityExceptionHandler {
    private static final Logger log = LoggerFactory.getLogger(Problems.class);
    static final String MALFORMED = "malformed-request";

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(Failure failure) {
        ProblemDetail problem = ProblemWriter.problem(
                failure.kind().status, failure.slug(), String.valueOf(failure.getMessage()), failure.errors());
        Duration wait = failure.retryAfter();
        if (wait == null) {
            return answer(problem);
        }
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(OptimisticLockingFailureException raced) {
        return on(new Stale());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(ConstraintViolationException invalid) {
        List<FieldError> errors = invalid.getConstraintViolations().stream()
                .map(violation -> new FieldError(
                        Pointers.ofPropertyPath(violation.getPropertyPath().toString()), violation.getMessage()))
                .toList();
        return answer(ProblemWriter.problem(HttpStatus.BAD_REQUEST, MALFORMED, "The request is not valid.", errors));
    }

    @ExceptionHandler({
        CannotCreateTransactionException.class,
        DataAccessResourceFailureException.class,
        QueryTimeoutException.class
    })
    ResponseEntity<ProblemDetail> onUnreachableDatabase(Exception unreachable) {
        log.warn("The database did not answer: {}", unreachable.getMessage());
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "2")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemWriter.problem(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "temporarily-unavailable",
                        "The service cannot reach its database. Nothing was stored; send the same request again.",
                        List.of()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(Exception unforeseen) {
        log.error("Unforeseen failure", unforeseen);
        return answer(ProblemWriter.problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "unforeseen",
                "Something went wrong here and was logged. Sending the same request again is safe.",
                List.of()));
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        FieldError error = describe(unreadable.getCause());
        ProblemDetail problem = ProblemWriter.problem(status, MALFORMED, Unreadable.detail(error), List.of(error));
        return withType(problem, headers);
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<FieldError> errors = invalid.getBindingResult().getFieldErrors().stream()
                .map(error -> new FieldError(
                        Pointers.ofPropertyPath(error.getField()), String.valueOf(error.getDefaultMessage())))
                .toList();
        return withType(ProblemWriter.problem(status, MALFORMED, "The request is not valid.", errors), headers);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception cause, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String detail = body instanceof ProblemDetail problem && problem.getDetail() != null
                ? problem.getDetail()
                : "The request cannot be served.";
        if (cause instanceof MethodArgumentTypeMismatchException mismatch) {
            detail = "\"" + mismatch.getValue() + "\" is not a valid " + mismatch.getName() + ".";
        }
        return withType(ProblemWriter.problem(status, slugOf(status), detail, List.of()), headers);
    }

    private static String slugOf(HttpStatusCode status) {
        return switch (status.value()) {
            case 400 -> MALFORMED;
            case 404 -> "not-found";
            case 405 -> "method-not-allowed";
            case 406 -> "not-acceptable";
            case 413 -> "too-large";
            case 415 -> "unsupported-media-type";
            default -> status.is4xxClientError() ? MALFORMED : "unforeseen";
        };
    }

    static FieldError describe(@Nullable Throwable cause) {
        return switch (cause) {
            case UnrecognizedPropertyException unknown ->
                new FieldError(Pointers.of(unknown), "\"" + unknown.getPropertyName() + "\" is not a known field.");
            case MismatchedInputException mismatch ->
                new FieldError(Pointers.of(mismatch), ExpectedValue.inWords(mismatch));
            case ValueInstantiationException refused
            when refused.getCause() instanceof IllegalArgumentException rule ->
                new FieldError(Pointers.of(refused), String.valueOf(rule.getMessage()));
            case JacksonException syntax -> new FieldError("", "not valid JSON: " + syntax.getOriginalMessage());
            case null, default -> new FieldError("", "a JSON body is required.");
        };
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ResponseEntity<Object> withType(ProblemDetail problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.getStatus())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
