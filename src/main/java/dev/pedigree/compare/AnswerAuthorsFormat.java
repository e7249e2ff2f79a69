package dev.pedigree.compare;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What was learned of authors as bytes, version 1: big-endian; texts are modified UTF-8 behind their length; the weights of each column
 * are bytes in units of its largest. Read from the jar only, hence trusted.
 */
final class AnswerAuthorsFormat {
    private static final long MAGIC = 0x504544415554_0001L; // "PEDAUT", version 1

    private AnswerAuthorsFormat() {}

    static byte[] write(AnswerAuthors learned) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(MAGIC);
            out.writeDouble(learned.sharpness());
            out.writeInt(learned.authors().size());
            for (int a = 0; a < learned.authors().size(); a++) {
                out.writeUTF(learned.authors().get(a));
                out.writeDouble(learned.biases()[a]);
            }
            AnswerVectors vectors = learned.vectors();
            for (int f = 0; f < AnswerVectors.FAMILIES.size(); f++) {
                out.writeInt(vectors.vocabularies()[f].length);
                for (int i = 0; i < vectors.vocabularies()[f].length; i++) {
                    out.writeInt(vectors.vocabularies()[f][i]);
                    out.writeFloat(vectors.weights()[f][i]);
                }
            }
            for (float[] column : learned.weights()) {
                float largest = Float.MIN_NORMAL;
                for (float weight : column) {
                    largest = Math.max(largest, Math.abs(weight));
                }
                out.writeFloat(largest / Byte.MAX_VALUE);
                for (float weight : column) {
                    out.writeByte(Math.round(weight / largest * Byte.MAX_VALUE));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static AnswerAuthors read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readLong() != MAGIC) {
                throw new IOException("expected answer authors of version 1");
            }
            double sharpness = in.readDouble();
            List<String> authors = new ArrayList<>();
            double[] biases = new double[in.readInt()];
            for (int a = 0; a < biases.length; a++) {
                authors.add(in.readUTF());
                biases[a] = in.readDouble();
            }
            int families = AnswerVectors.FAMILIES.size();
            int[][] vocabularies = new int[families][];
            float[][] weights = new float[families][];
            for (int f = 0; f < families; f++) {
                vocabularies[f] = new int[in.readInt()];
                weights[f] = new float[vocabularies[f].length];
                for (int i = 0; i < vocabularies[f].length; i++) {
                    vocabularies[f][i] = in.readInt();
                    weights[f][i] = in.readFloat();
                }
            }
            AnswerVectors vectors = new AnswerVectors(vocabularies, weights);
            float[][] columns = new float[vectors.columns()][biases.length];
            byte[] codes = new byte[biases.length];
            for (float[] column : columns) {
                float unit = in.readFloat();
                in.readFully(codes);
                for (int a = 0; a < codes.length; a++) {
                    column[a] = codes[a] * unit;
                }
            }
            return new AnswerAuthors(authors, vectors, columns, biases, sharpness);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
