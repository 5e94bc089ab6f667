package org.regulus.filing.evidence.edge;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Proofs in a bucket of an S3-compatible store, each an object named by its digest, with which the store checks what arrived. */
final class EvidenceBucket implements EvidenceStore {

    private final S3Client s3;
    private final String bucket;

    EvidenceBucket(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    @Override
    public void check() throws IOException {
        try {
            s3.headBucket(ask -> ask.bucket(bucket));
        } catch (SdkException fault) {
            throw new IOException("There is no bucket %s that can be used".formatted(bucket), fault);
        }
    }

    /** What is there is not sent again: an object with this name has these bytes. */
    @Override
    public void put(String digest, Path file) throws IOException {
        String checksum = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(digest));
        try {
            if (!isThere(digest)) {
                s3.putObject(
                        ask -> ask.bucket(bucket).key(digest).checksumSHA256(checksum), RequestBody.fromFile(file));
            }
        } catch (SdkException fault) {
            throw new IOException("The bucket did not take a proof", fault);
        }
    }

    private boolean isThere(String digest) {
        try {
            s3.headObject(ask -> ask.bucket(bucket).key(digest));
            return true;
        } catch (NoSuchKeyException none) {
            return false;
        }
    }

    @Override
    public InputStream open(String digest) throws IOException {
        try {
            return s3.getObject(ask -> ask.bucket(bucket).key(digest));
        } catch (NoSuchKeyException none) {
            throw new NoSuchFileException(digest);
        } catch (SdkException fault) {
            throw new IOException("The bucket did not give a proof", fault);
        }
    }
}
