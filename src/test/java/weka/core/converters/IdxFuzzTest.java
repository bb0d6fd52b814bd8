package weka.core.converters;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ruru.fuzz.Bytes;
import ruru.fuzz.Fuzz;
import ruru.fuzz.Refusal;
import weka.core.Instances;

/** Any pair of files is images with labels, or refused in words, whether the header is asked for or all rows. */
class IdxFuzzTest {
  private static final int COUNT = 5;
  private static final int SIDE = 3;

  @TempDir
  Path folder;

  @Test
  void anyPairIsLoadedOrRefusedInWords() {
    byte[] images = ByteBuffer.allocate(16 + COUNT * SIDE * SIDE).putInt(0x803).putInt(COUNT).putInt(SIDE).putInt(SIDE)
        .array();
    byte[] labels = ByteBuffer.allocate(8 + COUNT).putInt(0x801).putInt(COUNT).put(new byte[] {3, 0, 1, 2, 9}).array();
    Fuzz.run("IDX files", 60, random -> {
      Files.write(folder.resolve("a-images"), changed(images, random));
      Files.write(folder.resolve("a-labels"), changed(labels, random));
      IdxLoader loader = new IdxLoader();
      try {
        loader.setNumClasses(random.nextInt(3) * 10);
        loader.setSource(new File(folder.toFile(), "a-images"));
        if (random.nextBoolean()) {
          loader.getStructure();
        }
        Instances rows = loader.getDataSet();
        assertEquals(rows.numAttributes(), loader.getStructure().numAttributes());
        rows.forEach(row -> assertEquals(row.classValue(), Math.rint(row.classValue())));
      } catch (Exception | Error e) {
        Refusal.require(e);
      }
    });
  }

  private static byte[] changed(byte[] file, Random random) throws IOException {
    byte[] plain = random.nextInt(3) == 0 ? file : Bytes.mutated(file, 4, random);
    if (random.nextInt(3) > 0) {
      return plain;
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    }
    return random.nextBoolean() ? out.toByteArray() : Bytes.mutated(out.toByteArray(), 2, random);
  }
}
