package io.tillstream.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What docs/architecture/interfaces.md and contracts/events/topics.json promise, as far as deployment must keep it. */
record Contract(Set<String> services, List<Variable> variables, Map<String, Topic> topics) {
    private static final Pattern SERVICE_ROW = Pattern.compile("^\\| ([a-z]+-service) \\| \\d+ .*");
    private static final Pattern VARIABLE_ROW =
            Pattern.compile("^\\| ((?:`[A-Z_]+`(?:, | )?)+) \\| ([^|]+) \\| (.*?) ?\\|$");
    private static final Pattern NAME = Pattern.compile("`([A-Z_]+)`");

    /**
     * @param users who takes it: all, services or names without "-service"
     */
    record Variable(String name, Set<String> users, boolean optional) {
        boolean concerns(String part) {
            return users.contains("all")
                    || (users.contains("services") && part.endsWith("-service"))
                    || users.contains(part.replace("-service", "").replace("api-", ""));
        }
    }

    record Topic(int partitions, long retentionMs) {}

    static Contract read() throws IOException {
        List<String> page = Files.readAllLines(Overlay.ROOT.resolve("docs/architecture/interfaces.md"));
        Set<String> services = page.stream()
                .map(SERVICE_ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        List<Variable> variables = page.stream()
                .map(VARIABLE_ROW::matcher)
                .filter(Matcher::matches)
                .flatMap(Contract::variablesIn)
                .toList();
        Map<String, Topic> topics = new TreeMap<>();
        JsonNode listed = JsonMapper.shared()
                .readTree(Overlay.ROOT.resolve("contracts/events/topics.json").toFile());
        listed.forEach(topic -> topics.put(
                topic.path("name").asString(),
                new Topic(
                        topic.path("partitions").asInt(),
                        topic.path("retentionMs").asLong())));
        return new Contract(services, variables, topics);
    }

    private static Stream<Variable> variablesIn(Matcher row) {
        Set<String> users = Set.of(row.group(2).strip().split(", "));
        boolean optional = row.group(3).startsWith("optional");
        return NAME.matcher(row.group(1)).results().map(name -> new Variable(name.group(1), users, optional));
    }

    Set<String> parts() {
        Set<String> parts = new TreeSet<>(services);
        parts.add("api-gateway");
        return parts;
    }

    /** Names that the page does not know, and names that it promises to this part and that are not set. */
    List<Finding> checkEnvironment(String part, Set<String> set) {
        List<Finding> findings = new ArrayList<>();
        Set<String> known = variables.stream().map(Variable::name).collect(Collectors.toSet());
        set.stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> findings.add(new Finding(part, name + " is not a name of interfaces.md")));
        variables.stream()
                .filter(variable -> variable.concerns(part) && !variable.optional() && !set.contains(variable.name()))
                .forEach(variable -> findings.add(new Finding(part, variable.name() + " is not set")));
        return findings;
    }

    List<Finding> checkKubernetes(Manifests manifests) {
        List<Finding> findings = new ArrayList<>();
        for (String part : parts()) {
            for (String kind : List.of(
                    "Deployment",
                    "Service",
                    "ServiceAccount",
                    "HorizontalPodAutoscaler",
                    "PodDisruptionBudget",
                    "NetworkPolicy")) {
                if (!manifests.has(kind, part)) {
                    findings.add(new Finding(part, "has no " + kind));
                }
            }
            if (manifests.has("Deployment", part)) {
                findings.addAll(checkEnvironment(part, environmentOf(manifests, manifests.get("Deployment", part))));
            }
        }
        findings.addAll(checkTopics(manifests));
        findings.addAll(checkDatabases(manifests));
        return findings;
    }

    private static Set<String> environmentOf(Manifests manifests, Manifest deployment) {
        Set<String> names = new TreeSet<>();
        deployment.containers().forEach(container -> {
            container
                    .path("env")
                    .forEach(variable -> names.add(variable.path("name").asString()));
            container
                    .path("envFrom")
                    .valueStream()
                    .map(source -> source.at("/configMapRef/name").asString())
                    .filter(map -> manifests.has("ConfigMap", map))
                    .forEach(map -> names.addAll(
                            manifests.get("ConfigMap", map).at("/data").propertyNames()));
        });
        return names;
    }

    private List<Finding> checkTopics(Manifests manifests) {
        List<Finding> findings = new ArrayList<>();
        Map<String, Topic> rendered = manifests
                .of("KafkaTopic")
                .collect(Collectors.toMap(
                        Manifest::name,
                        topic -> new Topic(
                                topic.at("/spec/partitions").asInt(),
                                topic.at("/spec/config/retention.ms").asLong())));
        Set<String> names = new TreeSet<>(topics.keySet());
        names.addAll(rendered.keySet());
        names.stream()
                .filter(name -> !java.util.Objects.equals(topics.get(name), rendered.get(name)))
                .forEach(name -> findings.add(new Finding(
                        "KafkaTopic " + name, "is " + rendered.get(name) + ", topics.json says " + topics.get(name))));
        return findings;
    }

    /** Every database a service connects to is made, and both of its roles are. */
    private static List<Finding> checkDatabases(Manifests manifests) {
        List<Finding> findings = new ArrayList<>();
        Set<String> roles = manifests
                .of("Cluster")
                .flatMap(cluster -> cluster.at("/spec/managed/roles").valueStream())
                .map(role -> role.path("name").asString())
                .collect(Collectors.toSet());
        manifests
                .of("Deployment")
                .forEach(deployment -> deployment
                        .containers()
                        .flatMap(container -> container.path("env").valueStream())
                        .filter(variable -> variable.path("name").asString().equals("DB_URL"))
                        .map(variable -> variable.path("value").asString())
                        .map(url -> url.substring(url.lastIndexOf('/') + 1))
                        .forEach(database -> {
                            if (!manifests.has("Database", database)) {
                                findings.add(deployment.finding("there is no Database " + database));
                            }
                            Stream.of(database + "_owner", database + "_app")
                                    .filter(role -> !roles.contains(role))
                                    .forEach(role -> findings.add(deployment.finding("there is no role " + role)));
                        }));
        return findings;
    }
}
