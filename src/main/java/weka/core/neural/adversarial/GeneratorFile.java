package weka.core.neural.adversarial;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import ruru.data.AtomicFile;
import ruru.nn.Shape;
import ruru.nn.adversarial.Generator;
import ruru.nn.io.Model;
import ruru.nn.io.ModelFile;
import ruru.nn.losses.Squared;
import weka.core.Instances;

/**
 * A generator as a file: a magic number, the length and the CRC32 of a head, the head, which says what rows are, and
 * the network as the engine's model file, which has a checksum of its own.
 */
record GeneratorFile(Generator generator, RealRows rows) {
  private static final long MAGIC = 0x527572754741_4E01L;
  private static final int LONGEST = 1 << 26;

  /** Writes a file, or replaces it. */
  void write(Path file) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(head);
    byte[] header = rows.header().toString().getBytes(StandardCharsets.UTF_8);
    out.writeInt(header.length);
    out.write(header);
    out.writeInt(rows.header().classIndex());
    out.writeUTF(rows.shape().toText());
    out.writeInt(rows.listed().length);
    for (int a : rows.listed()) {
      out.writeInt(a);
    }
    for (int a = 0; a < rows.header().numAttributes(); a++) {
      out.writeDouble(rows.centre()[a]);
      out.writeDouble(rows.scale()[a]);
    }
    out.writeInt(generator.noise());
    AtomicFile.write(file, to -> {
      DataOutputStream bytes = new DataOutputStream(to);
      bytes.writeLong(MAGIC);
      bytes.writeInt(head.size());
      bytes.writeInt(checksum(head.toByteArray()));
      head.writeTo(bytes);
      // A model file names a loss; a generator has none of its own.
      ModelFile.write(new Model(generator.network(), new Squared()), bytes);
      bytes.flush();
    });
  }

  /** @throws IOException naming the file and what is wrong with it */
  static GeneratorFile read(Path file) throws IOException {
    String what = "option -l: cannot load '" + file + "': ";
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new IOException(what + "there is no such file");
    }
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      if (in.readLong() != MAGIC) {
        throw new IOException("it is no generator that NeuralGan saved with -d");
      }
      int length = in.readInt();
      int checksum = in.readInt();
      byte[] head = in.readNBytes(Math.max(0, Math.min(LONGEST, length)));
      if (head.length != length || checksum(head) != checksum) {
        throw new IOException("it is damaged or cut off");
      }
      return read(new DataInputStream(new ByteArrayInputStream(head)), ModelFile.read(in));
    } catch (IOException | IllegalArgumentException e) {
      throw new IOException(what + (e.getMessage() == null ? "it is damaged or cut off" : e.getMessage()), e);
    }
  }

  private static GeneratorFile read(DataInputStream head, Model model) throws IOException {
    Instances header =
        new Instances(new StringReader(new String(head.readNBytes(head.readInt()), StandardCharsets.UTF_8)));
    header.setClassIndex(head.readInt());
    Shape shape = Shape.parse(head.readUTF());
    int[] listed = new int[head.readInt()];
    for (int i = 0; i < listed.length; i++) {
      listed[i] = head.readInt();
    }
    double[] centre = new double[header.numAttributes()];
    double[] scale = new double[centre.length];
    for (int a = 0; a < centre.length; a++) {
      centre[a] = head.readDouble();
      scale[a] = head.readDouble();
    }
    RealRows rows = new RealRows(header, shape, listed, centre, scale);
    return new GeneratorFile(new Generator(model.network(), head.readInt(), rows.kinds()), rows);
  }

  private static int checksum(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return (int) crc.getValue();
  }
}
