package org.regulus.common.testing;

import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** The servers as containers. Images and a registry prefix are system properties, so that an installation can use its own. */
final class ContainerBackends implements Infrastructure.Backends {

    private static final String PREFIX = System.getProperty("regulus.image.prefix", "");
    private static final String POSTGRES = PREFIX + System.getProperty("regulus.image.postgres", "postgres:18");
    private static final String KAFKA = PREFIX + System.getProperty("regulus.image.kafka", "apache/kafka:4.1.0");

    private final PostgreSQLContainer postgres;
    private final KafkaContainer kafka;

    /** Whether Docker answers and has the images: a missing one would be tried for minutes where no registry can be reached. */
    static boolean available() {
        try {
            var docker = DockerClientFactory.instance();
            if (!docker.isDockerAvailable()) {
                return false;
            }
            docker.client().inspectImageCmd(POSTGRES).exec();
            docker.client().inspectImageCmd(KAFKA).exec();
            return true;
        } catch (com.github.dockerjava.api.exception.NotFoundException absent) {
            System.out.println("infra: Docker answers, but an image is absent (" + absent.getMessage()
                    + "); using embedded servers");
            return false;
        }
    }

    ContainerBackends(String database) {
        postgres = new PostgreSQLContainer(DockerImageName.parse(POSTGRES).asCompatibleSubstituteFor("postgres"))
                .withDatabaseName(database);
        kafka = new KafkaContainer(DockerImageName.parse(KAFKA).asCompatibleSubstituteFor("apache/kafka"))
                .withEnv("KAFKA_NUM_PARTITIONS", "12");
        postgres.start();
        kafka.start();
    }

    @Override
    public String databaseAddress() {
        return postgres.getHost() + ":" + postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
    }

    @Override
    public String user() {
        return postgres.getUsername();
    }

    @Override
    public String password() {
        return postgres.getPassword();
    }

    @Override
    public String brokers() {
        return kafka.getBootstrapServers();
    }

    @Override
    public void holdKafka() {
        kafka.getDockerClient().pauseContainerCmd(kafka.getContainerId()).exec();
    }

    @Override
    public void letKafkaGo() {
        kafka.getDockerClient().unpauseContainerCmd(kafka.getContainerId()).exec();
    }

    @Override
    public void close() {
        kafka.stop();
        postgres.stop();
    }
}
