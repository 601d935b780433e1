package io.tillstream.order.pricing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes an input smaller as long as it still shows what it showed: leaves out array elements and fields, one after the other. */
final class Shrinker {

    private final Predicate<ObjectNode> stillShows;

    Shrinker(Predicate<ObjectNode> stillShows) {
        this.stillShows = stillShows;
    }

    ObjectNode shrink(ObjectNode input) {
        ObjectNode smallest = input;
        for (boolean smaller = true; smaller; ) {
            smaller = false;
            for (List<String> place : places(smallest)) {
                ObjectNode candidate = smallest.deepCopy();
                if (remove(candidate, place) && shows(candidate)) {
                    smallest = candidate;
                    smaller = true;
                    break;
                }
            }
        }
        return smallest;
    }

    /** What is too broken to be priced at all shows nothing. */
    private boolean shows(ObjectNode candidate) {
        try {
            return stillShows.test(candidate);
        } catch (RuntimeException broken) {
            return false;
        }
    }

    private static List<List<String>> places(JsonNode root) {
        List<List<String>> places = new ArrayList<>();
        collect(root, List.of(), places);
        return places;
    }

    private static void collect(JsonNode node, List<String> here, List<List<String>> places) {
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                step(array.get(i), here, Integer.toString(i), places);
            }
        } else if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> step(field.getValue(), here, field.getKey(), places));
        }
    }

    private static void step(JsonNode node, List<String> here, String name, List<List<String>> places) {
        List<String> place = new ArrayList<>(here);
        place.add(name);
        places.add(place);
        collect(node, place, places);
    }

    private static boolean remove(JsonNode root, List<String> place) {
        JsonNode parent = root;
        for (String name : place.subList(0, place.size() - 1)) {
            parent = parent instanceof ArrayNode array ? array.get(Integer.parseInt(name)) : parent.get(name);
        }
        if (parent instanceof ArrayNode array) {
            return array.remove(Integer.parseInt(place.getLast())) != null;
        }
        return parent instanceof ObjectNode object && object.remove(place.getLast()) != null;
    }
}
