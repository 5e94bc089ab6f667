package org.regulus.notification.partner.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the cluster's manifests let a partner do: read what is its own. */
class PartnerAccessTest {

    private static final Path KAFKA = Path.of("../k8s/kafka");

    @Test
    void a_partner_reads_its_own_topic_in_groups_of_its_own_name_and_does_nothing_else() throws IOException {
        String own = PartnerTopics.name("PARTNER");
        assertThat(acls("partner.yaml"))
                .containsExactlyInAnyOrder(
                        "topic literal %s [\"Describe\",\"Read\"]".formatted(own),
                        "group prefix %s. [\"Describe\",\"Read\"]".formatted(own));
    }

    @Test
    void no_partners_groups_are_among_those_of_another() {
        assertThat("a").matches(PartnerTopics.NAMES);
        assertThat("a.b").as("whose groups would be a's").doesNotMatch(PartnerTopics.NAMES);
    }

    @Test
    void the_service_may_make_and_write_the_topics_of_partners() throws IOException {
        assertThat(acls("notification-service.yaml"))
                .contains("topic prefix %s [\"Create\",\"Describe\",\"DescribeConfigs\",\"Read\",\"Write\"]"
                        .formatted(PartnerTopics.name("")));
    }

    @Test
    void the_service_may_read_each_topic_that_it_listens_to() throws IOException {
        List<String> acls = acls("notification-service.yaml");
        List<String> topics = Files.readAllLines(Path.of("src/main/resources/application.properties")).stream()
                .filter(line -> line.matches("mp\\.messaging\\.incoming\\.[^.]+\\.topic=.*"))
                .map(line -> line.substring(line.indexOf('=') + 1))
                .toList();
        assertThat(topics).hasSizeGreaterThan(4).allSatisfy(topic -> assertThat(acls)
                .anyMatch(acl -> acl.matches("topic literal %1$s .*\"Read\".*".formatted(topic))
                        || acl.startsWith("topic prefix") && topic.startsWith(acl.split(" ")[2])));
    }

    @Test
    void nobody_may_do_everything_or_do_it_to_everything() throws IOException {
        try (var files = Files.list(KAFKA)) {
            for (Path file :
                    files.filter(one -> !one.endsWith("kustomization.yaml")).toList()) {
                assertThat(acls(file.getFileName().toString()))
                        .isNotEmpty()
                        .noneMatch(acl -> acl.contains("All") || acl.contains(" * "));
            }
        }
    }

    private static List<String> acls(String file) throws IOException {
        JsonNode user = new ObjectMapper(new YAMLFactory()).readTree(Files.readString(KAFKA.resolve(file)));
        assertThat(user.at("/spec/authorization/type").asText()).isEqualTo("simple");
        List<String> acls = new ArrayList<>();
        for (JsonNode acl : user.at("/spec/authorization/acls")) {
            JsonNode resource = acl.path("resource");
            acls.add("%s %s %s %s"
                    .formatted(
                            resource.path("type").asText(),
                            resource.path("patternType").asText(),
                            resource.path("name").asText(),
                            acl.path("operations")));
        }
        return acls;
    }
}
