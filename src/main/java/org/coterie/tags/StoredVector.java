package org.coterie.tags;

import java.nio.ByteBuffer;

/** A vector as it is stored: a byte a dimension, in steps of its largest number's 127th part. */
final class StoredVector {

    private StoredVector() {}

    static byte[] write(float[] vector) {
        float largest = 0;
        for (float number : vector) {
            largest = Math.max(largest, Math.abs(number));
        }
        float step = largest / Byte.MAX_VALUE;
        ByteBuffer stored = ByteBuffer.allocate(Float.BYTES + vector.length).putFloat(step);
        for (float number : vector) {
            stored.put((byte) (step == 0 ? 0 : Math.round(number / step)));
        }
        return stored.array();
    }

    /** Of length 1 again, or of zeros. */
    static float[] read(byte[] stored) {
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        float step = bytes.getFloat();
        var vector = new float[bytes.remaining()];
        double squares = 0;
        for (int i = 0; i < vector.length; i++) {
            vector[i] = bytes.get() * step;
            squares += (double) vector[i] * vector[i];
        }
        double length = Math.sqrt(squares);
        for (int i = 0; length > 0 && i < vector.length; i++) {
            vector[i] /= (float) length;
        }
        return vector;
    }
}
