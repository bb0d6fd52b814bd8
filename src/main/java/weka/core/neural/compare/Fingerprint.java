package weka.core.neural.compare;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;

/** By which data and programs are known again: the first 16 hexadecimal digits of SHA-256. */
final class Fingerprint {
  private static final int BYTES = 8;

  private final MessageDigest digest;

  private Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  static String of(String text) {
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.add(text);
    return fingerprint.toString();
  }

  /**
   * Of all that a scheme sees: attributes, class, and the rows in their order, bit for bit, with their weights. Files
   * that rows name, such as images, are not looked at.
   */
  static String of(Instances data) {
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.add(data);
    return fingerprint.toString();
  }

  /** Of a file, or of all files in a folder with their names. */
  static String of(Path code) throws IOException {
    Fingerprint fingerprint = new Fingerprint();
    if (!Files.isDirectory(code)) {
      fingerprint.digest.update(Files.readAllBytes(code));
      return fingerprint.toString();
    }
    List<Path> files;
    try (Stream<Path> walk = Files.walk(code)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      fingerprint.add(code.relativize(file).toString());
      fingerprint.digest.update(Files.readAllBytes(file));
    }
    return fingerprint.toString();
  }

  private void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
  }

  private void add(Instances data) {
    add(new Instances(data, 0).toString());
    ByteBuffer numbers = ByteBuffer.allocate(Double.BYTES * (data.numAttributes() + 1));
    numbers.putInt(0, data.classIndex());
    digest.update(numbers.array(), 0, Integer.BYTES);
    for (Instance row : data) {
      numbers.clear();
      for (int c = 0; c < row.numAttributes(); c++) {
        addContent(data.attribute(c), row, c);
        numbers.putDouble(row.value(c));
      }
      numbers.putDouble(row.weight());
      digest.update(numbers.flip());
    }
  }

  /** Texts and tables, of which the value of the row is only the place in a list. */
  private void addContent(Attribute attribute, Instance row, int c) {
    if (row.isMissing(c)) {
      return;
    }
    if (attribute.isString()) {
      add(row.stringValue(c));
    } else if (attribute.isRelationValued()) {
      add(row.relationalValue(c));
    }
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
  }
}
