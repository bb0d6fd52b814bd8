package weka.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import weka.core.Attribute;
import weka.core.Instances;
import weka.core.converters.ConverterUtils.DataSource;

/** The data sets of a folder, shuffled and stratified in the same way for every scheme. */
final class QualityData {
  static final int FOLDS = 10;

  private QualityData() {}

  /**
   * The ARFF files of a folder, smallest first, so that a mistake shows early.
   *
   * @param names of the sets to take; empty for all
   * @throws IOException if the folder cannot be read, or has no such file
   */
  static List<Path> files(Path folder, String names) throws IOException {
    List<String> wanted = names.isBlank() ? List.of() : Arrays.stream(names.split(",")).map(String::trim).toList();
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> files = all.filter(f -> f.toString().matches(".*\\.arff(\\.gz)?"))
          .filter(f -> wanted.isEmpty() || wanted.contains(name(f)))
          .sorted(java.util.Comparator.comparingLong((Path f) -> f.toFile().length()).thenComparing(f -> f)).toList();
      if (files.isEmpty()) {
        throw new IOException("there is no .arff file " + (wanted.isEmpty() ? "" : wanted + " ") + "in "
            + folder.toAbsolutePath());
      }
      return files;
    }
  }

  static String name(Path file) {
    return file.getFileName().toString().replaceAll("\\.arff(\\.gz)?$", "");
  }

  /**
   * Rows with a class, in the order from which the folds are cut.
   *
   * @param classes {@code last}, {@code first}, a number from 1 or an attribute's name, then exceptions as
   *                {@code ,SET=WHERE}
   */
  static Instances read(Path file, String classes) throws Exception {
    Instances data = DataSource.read(file.toString());
    data.setClassIndex(classIndex(data, name(file), classes));
    data.deleteWithMissingClass();
    data.randomize(new Random(1));
    if (data.classAttribute().isNominal()) {
      data.stratify(FOLDS);
    }
    return data;
  }

  private static int classIndex(Instances data, String set, String classes) {
    String where = "last";
    for (String part : classes.split(",")) {
      String[] sides = part.split("=", 2);
      if (sides.length == 1 || sides[0].trim().equals(set)) {
        where = sides[sides.length - 1].trim();
      }
    }
    Attribute named = data.attribute(where);
    int index = where.equals("last") ? data.numAttributes() - 1 : where.equals("first") ? 0
        : named != null ? named.index() : where.matches("\\d+") ? Integer.parseInt(where) - 1 : -1;
    if (index < 0 || index >= data.numAttributes()) {
      throw new IllegalArgumentException("class of " + set + ": expected last, first, a number from 1 to "
          + data.numAttributes() + " or an attribute's name, got '" + where + "'");
    }
    return index;
  }
}
