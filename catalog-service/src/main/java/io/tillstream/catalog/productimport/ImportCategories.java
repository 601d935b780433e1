package io.tillstream.catalog.productimport;

import io.tillstream.platform.id.UuidV7;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes the categories that a file names and nobody knows yet. */
@Component
class ImportCategories {

    private static final String ADD_CATEGORIES = """
            insert into category (id, name, parent_id, path)
            select given.id, given.name, parent.id, given.path
            from unnest(:ids::uuid[], :names::text[], :parents::text[], :paths::text[])
                with ordinality as given (id, name, parent, path, position)
            left join category parent on parent.path = given.parent
            order by given.position
            on conflict on constraint category_path_unique do nothing
            """;

    private static final String CATEGORIES =
            "select category from import_line where category <> '' group by category order by min(line)";

    private final JdbcClient jdbc;

    ImportCategories(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Level by level, so that a parent is there before its children; in the order of the file, which is the shop's. */
    void add() {
        Set<String> level = new LinkedHashSet<>(
                jdbc.sql(CATEGORIES).query((row, number) -> row.getString(1)).list());
        for (int depth = 1; ; depth++) {
            int names = depth;
            List<Branch> branches = level.stream()
                    .map(path -> path.split(" > "))
                    .filter(path -> path.length >= names)
                    .map(path -> Branch.of(path, names))
                    .distinct()
                    .toList();
            if (branches.isEmpty()) {
                return;
            }
            jdbc.sql(ADD_CATEGORIES)
                    .param(
                            "ids",
                            branches.stream()
                                    .map(branch -> UuidV7.next().toString())
                                    .toArray(String[]::new))
                    .param("names", branches.stream().map(Branch::name).toArray(String[]::new))
                    .param("parents", branches.stream().map(Branch::parent).toArray(String[]::new))
                    .param("paths", branches.stream().map(Branch::path).toArray(String[]::new))
                    .update();
        }
    }

    private record Branch(String name, String parent, String path) {
        static Branch of(String[] names, int depth) {
            List<String> upToHere = List.of(names).subList(0, depth);
            return new Branch(
                    upToHere.getLast(),
                    String.join(" > ", upToHere.subList(0, depth - 1)),
                    String.join(" > ", upToHere));
        }
    }
}
