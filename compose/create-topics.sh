#!/bin/bash
# Creates every topic of contracts/events/topics.json that is missing; those that exist stay as they are.
set -euo pipefail

create_topic() {
    /opt/kafka/bin/kafka-topics.sh --bootstrap-server kafka:9092 --create --if-not-exists \
        --topic "$1" --partitions "$2" --replication-factor 1 --config "retention.ms=$3"
}
export -f create_topic

sed -nE 's/.*"name": *"([^"]+)", *"partitions": *([0-9]+), *"retentionMs": *(-?[0-9]+).*/\1 \2 \3/p' /topics.json |
    KAFKA_HEAP_OPTS=-Xmx64m xargs -P 4 -L 1 bash -c 'create_topic "$@"' create-topics
