# syntax=docker/dockerfile:1
# Every image of the suite, from what `./mvnw package` and the console's build left behind:
#   docker build --target service --build-arg SERVICE=order-service --tag tillstream/order-service .
#   docker build --target gateway --build-arg SERVICE=api-gateway --tag tillstream/api-gateway .
#   docker build --target print-bridge --build-arg SERVICE=print-bridge --tag tillstream/print-bridge .
#   docker build --target keycloak --tag tillstream/keycloak .
ARG JRE_IMAGE=eclipse-temurin:25-jre-noble
ARG KEYCLOAK_IMAGE=quay.io/keycloak/keycloak:26.7.3

FROM ${JRE_IMAGE} AS layers
ARG SERVICE
WORKDIR /work
COPY ${SERVICE}/target/${SERVICE}-*.jar application.jar
RUN java -Djarmode=tools -jar application.jar extract --layers --destination layers

FROM ${JRE_IMAGE} AS service
# Memory follows the container's limit; a process that is out of memory ends and is replaced.
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=65 -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED"
ENV SERVER_ADDRESS=0.0.0.0 SERVER_PORT=8080
WORKDIR /opt/tillstream
# What changes least comes first, so that a new version moves one small layer.
COPY --from=layers /work/layers/dependencies/ ./
COPY --from=layers /work/layers/spring-boot-loader/ ./
COPY --from=layers /work/layers/snapshot-dependencies/ ./
COPY --from=layers /work/layers/application/ ./
USER 10001:10001
EXPOSE 8080
ENTRYPOINT ["java", "-jar", "application.jar"]

FROM service AS gateway
COPY pos-console/dist /opt/console
ENV CONSOLE_DIR=/opt/console

FROM service AS print-bridge
USER 0
RUN install -d -o 10001 -g 10001 /var/lib/print
USER 10001:10001
VOLUME /var/lib/print

FROM ${KEYCLOAK_IMAGE} AS keycloak-built
ENV KC_DB=postgres KC_HEALTH_ENABLED=true KC_METRICS_ENABLED=true KC_HTTP_RELATIVE_PATH=/auth
RUN /opt/keycloak/bin/kc.sh build

FROM ${KEYCLOAK_IMAGE} AS keycloak
COPY --from=keycloak-built /opt/keycloak/ /opt/keycloak/
COPY contracts/iam/tillstream-realm.json /opt/keycloak/data/import/
USER 1000:0
ENTRYPOINT ["/opt/keycloak/bin/kc.sh"]
CMD ["start", "--optimized", "--import-realm"]
