package org.regulus.notification.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Roots and proofs of the eight leaves with which Certificate Transparency's implementations are tested, and of any tree. */
class MerkleTreeTest {

    private static final HexFormat HEX = HexFormat.of();

    /** All below 0x80, so that text and bytes are the same. */
    private static final List<String> LEAVES = List.of(
                    "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f")
            .stream()
            .map(hex -> new String(HEX.parseHex(hex), java.nio.charset.StandardCharsets.US_ASCII))
            .toList();

    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Example
    void the_roots_are_the_published_ones() {
        MerkleTree tree = new MerkleTree();
        for (int size = 0; size < ROOTS.size(); size++) {
            assertThat(HEX.formatHex(tree.root())).isEqualTo(ROOTS.get(size));
            if (size < LEAVES.size()) {
                tree.add(HashChain.leaf(LEAVES.get(size)));
            }
        }
    }

    @Example
    void the_inclusion_proofs_are_the_published_ones() {
        assertThat(proof(Span.ofInclusion(0, 8)))
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(proof(Span.ofInclusion(5, 8)))
                .containsExactly(
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(proof(Span.ofInclusion(2, 3)))
                .containsExactly("fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125");
        assertThat(proof(Span.ofInclusion(0, 1))).isEmpty();
    }

    @Example
    void the_consistency_proofs_are_the_published_ones() {
        assertThat(proof(Span.ofConsistency(1, 8)))
                .containsExactly(
                        "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4");
        assertThat(proof(Span.ofConsistency(6, 8)))
                .containsExactly(
                        "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
                        "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7");
        assertThat(proof(Span.ofConsistency(2, 5)))
                .containsExactly(
                        "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
                        "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b");
        assertThat(proof(Span.ofConsistency(8, 8))).isEmpty();
    }

    @Property(tries = 200)
    void whoever_follows_an_inclusion_proof_comes_to_the_root(
            @ForAll @IntRange(min = 1, max = 600) int size, @ForAll @IntRange(max = 599) int pick) {
        int leaf = pick % size;
        byte[] root = tree(size).root();
        byte[] node = leaf(leaf);
        for (Span sibling : Span.ofInclusion(leaf, size)) {
            node = sibling.from() > leaf ? HashChain.link(node, hash(sibling)) : HashChain.link(hash(sibling), node);
        }
        assertThat(node).isEqualTo(root);
    }

    /** By its nodes, as they are stored, a span has the hash that its leaves give. */
    private static byte[] hash(Span span) {
        List<byte[]> peaks = new ArrayList<>();
        for (Span.Node node : span.nodes()) {
            MerkleTree below = new MerkleTree();
            for (long i = node.nth() << node.level(); i < node.nth() + 1 << node.level(); i++) {
                below.add(leaf(i));
            }
            peaks.add(below.root());
        }
        return MerkleTree.root(peaks);
    }

    private static MerkleTree tree(int size) {
        MerkleTree tree = new MerkleTree();
        for (int i = 0; i < size; i++) {
            tree.add(leaf(i));
        }
        return tree;
    }

    private static byte[] leaf(long i) {
        return HashChain.leaf("leaf " + i);
    }

    private static List<String> proof(List<Span> spans) {
        return spans.stream()
                .map(span -> {
                    MerkleTree below = new MerkleTree();
                    LEAVES.subList((int) span.from(), (int) span.to()).forEach(leaf -> below.add(HashChain.leaf(leaf)));
                    return HEX.formatHex(below.root());
                })
                .toList();
    }
}
