package org.regulus.filing.evidence.edge;

import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** The bucket that proofs are kept in, when {@code regulus.evidence.store} is {@code s3}. */
interface BucketConfig {

    /** Of the store; without it Amazon's own. */
    Optional<URI> endpoint();

    @WithDefault("us-east-1")
    String region();

    Optional<String> bucket();

    /** Without keys the client looks where Amazon's clients look: the environment, a file, the role of the pod. */
    Optional<String> accessKey();

    Optional<String> secretKey();

    /** Whether the bucket is named in the path, as most stores but Amazon's want it. */
    @WithDefault("true")
    boolean pathStyle();

    default S3Client client() {
        return S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .region(Region.of(region()))
                .forcePathStyle(pathStyle())
                .credentialsProvider(credentials())
                .applyMutation(builder -> endpoint().ifPresent(builder::endpointOverride))
                .build();
    }

    private AwsCredentialsProvider credentials() {
        return accessKey().isPresent() && secretKey().isPresent()
                ? StaticCredentialsProvider.create(AwsBasicCredentials.create(
                        accessKey().get(), secretKey().get()))
                : DefaultCredentialsProvider.builder().build();
    }
}
