package io.tillstream.deploy;

import io.kubernetes.client.util.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What holds for every overlay, whatever it deploys. */
final class Rules {
    private static final Pattern CORE = Pattern.compile("v1|(apps|autoscaling|policy|networking\\.k8s\\.io)/v\\d");
    private static final Set<String> SECRET_WORDS = Set.of("PASSWORD", "SECRET", "TOKEN", "CREDENTIAL", "PRIVATE_KEY");
    private static final Set<String> NO_SECRET = Set.of("TOKEN_ISSUER", "TOKEN_JWKS_URL");

    private Rules() {}

    static List<Finding> check(Manifests manifests) {
        List<Finding> findings = new ArrayList<>();
        manifests.all().forEach(manifest -> hasKnownFieldsOnly(manifest, findings));
        manifests.of("Deployment").forEach(deployment -> {
            podsCarryTheirSelector(deployment, findings);
            rollsOutSafely(deployment, findings);
            podIsRestricted(deployment, findings);
            deployment.containers().forEach(container -> {
                hasProbesAndResources(deployment, container, findings);
                containerIsRestricted(deployment, container, findings);
                takesSecretsByReference(deployment, container, findings);
                refersToWhatExists(manifests, deployment, container, findings);
            });
        });
        manifests.of("Service").forEach(service -> servicePortsReachAContainer(manifests, service, findings));
        Stream.of("PodDisruptionBudget", "NetworkPolicy")
                .flatMap(manifests::of)
                .forEach(selecting -> selectsSomething(manifests, selecting, findings));
        manifests.of("HorizontalPodAutoscaler").forEach(autoscaler -> scalesSomething(manifests, autoscaler, findings));
        manifests.of("Ingress").forEach(ingress -> leadsSomewhere(manifests, ingress, findings));
        manifests.of("Secret").forEach(secret -> findings.add(secret.finding("a secret must not be in the manifests")));
        return findings;
    }

    private static void hasKnownFieldsOnly(Manifest manifest, List<Finding> findings) {
        if (CORE.matcher(manifest.at("/apiVersion").asString()).matches()) {
            try {
                Yaml.load(Manifests.yaml(manifest));
            } catch (Exception refused) {
                findings.add(manifest.finding("the API refuses it: " + refused.getMessage()));
            }
        }
    }

    private static void podsCarryTheirSelector(Manifest deployment, List<Finding> findings) {
        if (!Manifest.matches(deployment.at("/spec/selector/matchLabels"), deployment.podLabels())) {
            findings.add(deployment.finding("the selector does not match the labels of its own pods"));
        }
    }

    private static void rollsOutSafely(Manifest deployment, List<Finding> findings) {
        if (isOurs(deployment)) {
            if (!deployment
                    .at("/spec/strategy/rollingUpdate/maxUnavailable")
                    .asString()
                    .equals("0")) {
                findings.add(deployment.finding("an update may take the last pod away: maxUnavailable must be 0"));
            }
            if (deployment.at("/spec/template/spec/topologySpreadConstraints").isEmpty()) {
                findings.add(deployment.finding("all pods may land on one node: no topologySpreadConstraints"));
            }
        }
    }

    /** The Kubernetes pod security standard "restricted", as far as it concerns a pod. */
    private static void podIsRestricted(Manifest deployment, List<Finding> findings) {
        JsonNode pod = deployment.at("/spec/template/spec");
        if (!pod.at("/securityContext/runAsNonRoot").asBoolean(false)) {
            findings.add(deployment.finding("runAsNonRoot is not true"));
        }
        if (!pod.at("/securityContext/seccompProfile/type").asString("").equals("RuntimeDefault")) {
            findings.add(deployment.finding("seccompProfile is not RuntimeDefault"));
        }
        if (pod.path("automountServiceAccountToken").asBoolean(true)) {
            findings.add(deployment.finding("the pod gets a token for the Kubernetes API that it does not need"));
        }
        for (String host : List.of("hostNetwork", "hostPID", "hostIPC")) {
            if (pod.path(host).asBoolean(false)) {
                findings.add(deployment.finding(host + " is not allowed"));
            }
        }
        if (pod.path("volumes").valueStream().anyMatch(volume -> volume.has("hostPath"))) {
            findings.add(deployment.finding("a hostPath volume is not allowed"));
        }
    }

    private static void containerIsRestricted(Manifest deployment, JsonNode container, List<Finding> findings) {
        JsonNode context = container.path("securityContext");
        if (context.path("allowPrivilegeEscalation").asBoolean(true)) {
            findings.add(deployment.finding("allowPrivilegeEscalation is not false"));
        }
        if (!context.path("readOnlyRootFilesystem").asBoolean(false)) {
            findings.add(deployment.finding("readOnlyRootFilesystem is not true"));
        }
        if (context.at("/capabilities/drop")
                .valueStream()
                .noneMatch(name -> name.asString().equals("ALL"))) {
            findings.add(deployment.finding("capabilities are not dropped"));
        }
        if (context.path("privileged").asBoolean(false)) {
            findings.add(deployment.finding("a privileged container is not allowed"));
        }
        String image = container.path("image").asString();
        if (!image.contains(":") || image.endsWith(":latest")) {
            findings.add(deployment.finding("the image " + image + " has no fixed tag"));
        }
    }

    private static void hasProbesAndResources(Manifest deployment, JsonNode container, List<Finding> findings) {
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            JsonNode port = container.path(probe).at("/httpGet/port");
            if (port.isMissingNode()) {
                findings.add(deployment.finding("no " + probe));
            } else if (container.path("ports").valueStream().noneMatch(open -> isPort(open, port))) {
                findings.add(deployment.finding(probe + " asks port " + port.asString() + ", which is not open"));
            }
        }
        for (String amount :
                List.of("/resources/requests/cpu", "/resources/requests/memory", "/resources/limits/memory")) {
            if (container.at(amount).isMissingNode()) {
                findings.add(deployment.finding("no " + amount.substring(1).replace('/', '.')));
            }
        }
    }

    private static void takesSecretsByReference(Manifest deployment, JsonNode container, List<Finding> findings) {
        container
                .path("env")
                .valueStream()
                .filter(variable -> variable.has("value"))
                .forEach(variable -> {
                    String name = variable.path("name").asString();
                    if (!NO_SECRET.contains(name) && SECRET_WORDS.stream().anyMatch(name::contains)) {
                        findings.add(deployment.finding(name + " is written out; take it from a secret"));
                    }
                });
    }

    private static void refersToWhatExists(
            Manifests manifests, Manifest deployment, JsonNode container, List<Finding> findings) {
        String account = deployment.at("/spec/template/spec/serviceAccountName").asString("default");
        if (!account.equals("default") && !manifests.has("ServiceAccount", account)) {
            findings.add(deployment.finding("there is no ServiceAccount " + account));
        }
        container
                .path("envFrom")
                .valueStream()
                .map(source -> source.at("/configMapRef/name").asString())
                .filter(name -> !manifests.has("ConfigMap", name))
                .forEach(name -> findings.add(deployment.finding("there is no ConfigMap " + name)));
        container
                .path("volumeMounts")
                .valueStream()
                .map(mount -> mount.path("name"))
                .filter(name -> deployment
                        .at("/spec/template/spec/volumes")
                        .valueStream()
                        .noneMatch(volume -> volume.path("name").equals(name)))
                .forEach(name -> findings.add(deployment.finding("there is no volume " + name.asString())));
        // where a vault fills the secrets, each one that is used must be asked for
        if (manifests.of("ExternalSecret").findAny().isPresent()) {
            container
                    .path("env")
                    .valueStream()
                    .map(variable -> variable.at("/valueFrom/secretKeyRef/name"))
                    .filter(name -> !name.isMissingNode() && !manifests.has("ExternalSecret", name.asString()))
                    .forEach(name -> findings.add(deployment.finding("nobody provides the secret " + name.asString())));
        }
    }

    private static void servicePortsReachAContainer(Manifests manifests, Manifest service, List<Finding> findings) {
        List<Manifest> targets = manifests
                .of("Deployment")
                .filter(deployment -> Manifest.matches(service.at("/spec/selector"), deployment.podLabels()))
                .toList();
        if (targets.size() != 1) {
            findings.add(service.finding("selects " + targets.size() + " deployments instead of one"));
            return;
        }
        service.at("/spec/ports")
                .valueStream()
                .map(port -> port.path("targetPort"))
                .filter(target -> targets.getFirst()
                        .containers()
                        .flatMap(container -> container.path("ports").valueStream())
                        .noneMatch(open -> isPort(open, target)))
                .forEach(target ->
                        findings.add(service.finding("leads to port " + target.asString() + ", which is not open")));
    }

    private static void selectsSomething(Manifests manifests, Manifest selecting, List<Finding> findings) {
        JsonNode labels = selecting.is("NetworkPolicy")
                ? selecting.at("/spec/podSelector/matchLabels")
                : selecting.at("/spec/selector/matchLabels");
        boolean byOperator = labels.has("cnpg.io/cluster") || labels.has("strimzi.io/cluster");
        if (!byOperator && manifests.of("Deployment").noneMatch(pods -> Manifest.matches(labels, pods.podLabels()))) {
            findings.add(selecting.finding("selects no pods"));
        }
    }

    private static void scalesSomething(Manifests manifests, Manifest autoscaler, List<Finding> findings) {
        if (!manifests.has(
                "Deployment", autoscaler.at("/spec/scaleTargetRef/name").asString())) {
            findings.add(autoscaler.finding("scales nothing that exists"));
        }
        if (autoscaler.at("/spec/minReplicas").asInt(1)
                > autoscaler.at("/spec/maxReplicas").asInt()) {
            findings.add(autoscaler.finding("minReplicas is above maxReplicas"));
        }
    }

    private static void leadsSomewhere(Manifests manifests, Manifest ingress, List<Finding> findings) {
        ingress.at("/spec/rules")
                .valueStream()
                .flatMap(rule -> rule.at("/http/paths").valueStream())
                .map(path -> path.at("/backend/service/name").asString())
                .filter(name -> !manifests.has("Service", name))
                .forEach(name ->
                        findings.add(ingress.finding("leads to the service " + name + ", which does not exist")));
        if (ingress.at("/spec/tls").isEmpty()) {
            findings.add(ingress.finding("has no TLS"));
        }
    }

    private static boolean isPort(JsonNode open, JsonNode asked) {
        return open.path("name").equals(asked) || open.path("containerPort").equals(asked);
    }

    private static boolean isOurs(Manifest deployment) {
        return deployment
                .containers()
                .anyMatch(container -> container.path("image").asString().startsWith("tillstream/"));
    }
}
