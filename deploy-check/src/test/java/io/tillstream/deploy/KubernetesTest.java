package io.tillstream.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class KubernetesTest {
    @ParameterizedTest
    @ValueSource(strings = {"local", "production"})
    void aClusterWouldTakeIt(String overlay) throws IOException {
        assertThat(findings(Overlay.render(overlay))).isEmpty();
    }

    static Stream<Arguments> plantedFaults() {
        return Stream.of(
                fault("unknown field", "Deployment", "/spec", spec -> spec.put("replica", 3), "the API refuses it"),
                fault("wrong type", "Deployment", "/spec", spec -> spec.put("replicas", "many"), "the API refuses it"),
                fault(
                        "selector beside the labels",
                        "Deployment",
                        "/spec/selector/matchLabels",
                        labels -> labels.put("app.kubernetes.io/name", "ordering"),
                        "does not match the labels"),
                fault(
                        "service to a closed port",
                        "Service",
                        "/spec/ports/0",
                        port -> port.put("targetPort", "grpc"),
                        "leads to port grpc"),
                fault(
                        "service to nobody",
                        "Service",
                        "/spec/selector",
                        selector -> selector.put("app.kubernetes.io/name", "orders"),
                        "selects 0 deployments"),
                inContainer("no probe", container -> container.remove("readinessProbe"), "no readinessProbe"),
                inContainer(
                        "probe of a closed port",
                        container -> ((ObjectNode) container.at("/livenessProbe/httpGet")).put("port", 9999),
                        "asks port 9999"),
                inContainer(
                        "no memory limit",
                        container -> ((ObjectNode) container.path("resources")).remove("limits"),
                        "no resources.limits.memory"),
                inContainer(
                        "writable root",
                        container -> ((ObjectNode) container.path("securityContext")).remove("readOnlyRootFilesystem"),
                        "readOnlyRootFilesystem"),
                inContainer(
                        "capabilities kept",
                        container -> ((ObjectNode) container.path("securityContext")).remove("capabilities"),
                        "capabilities are not dropped"),
                inContainer(
                        "escalation",
                        container ->
                                ((ObjectNode) container.path("securityContext")).put("allowPrivilegeEscalation", true),
                        "allowPrivilegeEscalation"),
                inContainer(
                        "moving tag", container -> container.put("image", "tillstream/order-service:latest"), "tag"),
                inContainer(
                        "literal secret",
                        container -> ((ArrayNode) container.path("env"))
                                .addObject()
                                .put("name", "KC_DB_PASSWORD")
                                .put("value", "hunter2"),
                        "KC_DB_PASSWORD is written out"),
                inContainer(
                        "variable nobody documented",
                        container -> ((ArrayNode) container.path("env"))
                                .addObject()
                                .put("name", "ORDER_FLAVOUR")
                                .put("value", "plain"),
                        "ORDER_FLAVOUR is not a name of interfaces.md"),
                inContainer(
                        "documented variable forgotten",
                        container -> ((ArrayNode) container.path("env")).remove(0),
                        "DB_URL is not set"),
                inContainer(
                        "unknown volume",
                        container -> ((ObjectNode) container.at("/volumeMounts/0")).put("name", "scratch"),
                        "no volume scratch"),
                fault(
                        "root user",
                        "Deployment",
                        "/spec/template/spec/securityContext",
                        context -> context.put("runAsNonRoot", false),
                        "runAsNonRoot"),
                fault(
                        "no seccomp profile",
                        "Deployment",
                        "/spec/template/spec/securityContext",
                        context -> context.remove("seccompProfile"),
                        "seccompProfile"),
                fault(
                        "node's network",
                        "Deployment",
                        "/spec/template/spec",
                        pod -> pod.put("hostNetwork", true),
                        "hostNetwork"),
                fault(
                        "account that is not there",
                        "Deployment",
                        "/spec/template/spec",
                        pod -> pod.put("serviceAccountName", "root"),
                        "no ServiceAccount root"),
                fault(
                        "update takes the last pod",
                        "Deployment",
                        "/spec/strategy/rollingUpdate",
                        update -> update.put("maxUnavailable", 1),
                        "maxUnavailable"),
                fault(
                        "budget for nobody",
                        "PodDisruptionBudget",
                        "/spec/selector/matchLabels",
                        labels -> labels.put("app.kubernetes.io/name", "orders"),
                        "selects no pods"),
                fault(
                        "autoscaler of nothing",
                        "HorizontalPodAutoscaler",
                        "/spec/scaleTargetRef",
                        target -> target.put("name", "orders"),
                        "scales nothing"),
                fault("renamed service", "Service", "/metadata", meta -> meta.put("name", "orders"), "has no Service"),
                fault(
                        "database that is not made",
                        "Database",
                        "orders",
                        "/metadata",
                        meta -> meta.put("name", "order"),
                        "no Database orders"),
                fault(
                        "other partitions",
                        "KafkaTopic",
                        "pos.order.sale",
                        "/spec",
                        spec -> spec.put("partitions", 1),
                        "topics.json says"),
                fault(
                        "topic nobody promised",
                        "KafkaTopic",
                        "pos.order.sale",
                        "/metadata",
                        meta -> meta.put("name", "pos.order.sales"),
                        "KafkaTopic pos.order.sales"),
                fault(
                        "secret nobody provides",
                        "ExternalSecret",
                        "orders-app",
                        "/metadata",
                        meta -> meta.put("name", "order-app"),
                        "nobody provides the secret orders-app"),
                fault(
                        "ingress to nowhere",
                        "Ingress",
                        "tillstream",
                        "/spec/rules/0/http/paths/0/backend/service",
                        backend -> backend.put("name", "gateway"),
                        "leads to the service gateway"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("plantedFaults")
    void aPlantedFaultIsFound(
            String fault, String kind, String name, String at, Consumer<ObjectNode> plant, String finding)
            throws IOException {
        Manifests manifests = Overlay.render("production");
        plant.accept((ObjectNode) manifests.get(kind, name).at(at));

        assertThat(findings(manifests)).extracting(Finding::toString).anyMatch(found -> found.contains(finding));
    }

    private static List<Finding> findings(Manifests manifests) throws IOException {
        List<Finding> findings = new ArrayList<>(Rules.check(manifests));
        findings.addAll(Contract.read().checkKubernetes(manifests));
        return findings;
    }

    private static Arguments inContainer(String fault, Consumer<ObjectNode> plant, String finding) {
        return fault(fault, "Deployment", "/spec/template/spec/containers/0", plant, finding);
    }

    private static Arguments fault(String fault, String kind, String at, Consumer<ObjectNode> plant, String finding) {
        return fault(fault, kind, "order-service", at, plant, finding);
    }

    private static Arguments fault(
            String fault, String kind, String name, String at, Consumer<ObjectNode> plant, String finding) {
        return Arguments.of(fault, kind, name, at, plant, finding);
    }
}
