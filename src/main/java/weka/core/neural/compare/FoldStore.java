package weka.core.neural.compare;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ruru.data.AtomicFile;

/**
 * The folds that have been evaluated so far, in a file that each of them reaches before the next one begins. A
 * comparison that is stopped, in whatever way, is gone on with from there. Folds of other data, options and versions
 * stay in the file and are not used.
 *
 * <p>Each line is a {@link FoldLine}: {@code basis}, the fingerprint of a {@link Basis}, and its facts; or
 * {@code fold}, the fingerprint of its basis, the fields of a {@link Fold}, and its results; facts and results as
 * NAME=VALUE.
 */
final class FoldStore implements AutoCloseable {
  private static final String BASIS = "basis";
  private static final String FOLD = "fold";

  private final Path file;
  private final Basis basis;
  private final String fingerprint;
  private final Map<String, Basis> bases = new LinkedHashMap<>();
  private final Map<Fold, Map<String, String>> folds = new LinkedHashMap<>();
  private final Map<String, Integer> ofOthers = new LinkedHashMap<>();
  private int torn;
  private int read;
  private Optional<FileOutputStream> out = Optional.empty();

  /**
   * Reads the file if there is one, and takes torn lines out of it.
   *
   * @param basis of the comparison that begins
   * @throws NotWritten if a file with torn lines cannot be replaced
   */
  FoldStore(Path file, Basis basis) throws IOException {
    this.file = file;
    this.basis = basis;
    fingerprint = basis.fingerprint();
    if (Files.exists(file)) {
      load();
    }
  }

  private void load() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    StringBuilder whole = new StringBuilder();
    // Bytes that are no UTF-8 become other characters, which the checksum does not fit.
    for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n")) {
      Optional<List<String>> fields = FoldLine.read(line);
      if (fields.isPresent() && take(fields.get())) {
        whole.append(line).append('\n');
      } else {
        torn += line.isEmpty() ? 0 : 1;
      }
    }
    byte[] kept = whole.toString().getBytes(StandardCharsets.UTF_8);
    if (kept.length != bytes.length) {
      try {
        AtomicFile.write(file, stream -> stream.write(kept));
      } catch (IOException e) {
        throw new NotWritten(file, kept.length, e);
      }
    }
    read = folds.size();
  }

  private boolean take(List<String> fields) {
    if (fields.get(0).equals(BASIS) && fields.size() >= 2) {
      bases.put(fields.get(1), new Basis(pairs(fields.subList(2, fields.size()))));
      return true;
    }
    int results = 2 + Fold.FIELDS;
    if (!fields.get(0).equals(FOLD) || fields.size() < results) {
      return false;
    }
    if (fields.get(1).equals(fingerprint)) {
      folds.put(Fold.of(fields.subList(2, results)), pairs(fields.subList(results, fields.size())));
    } else {
      ofOthers.merge(fields.get(1), 1, Integer::sum);
    }
    return true;
  }

  private static Map<String, String> pairs(List<String> fields) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String field : fields) {
      String[] sides = field.split("=", 2);
      pairs.put(sides[0], sides.length == 1 ? "" : sides[1]);
    }
    return pairs;
  }

  private static List<String> texts(Map<String, String> pairs) {
    return pairs.entrySet().stream().map(pair -> pair.getKey() + "=" + pair.getValue()).toList();
  }

  /** What a user must know of the file before the comparison begins, in sentences. */
  List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    if (read > 0) {
      remarks.add("Going on with a comparison that was stopped: " + count(read, "fold") + " in " + file
          + " need not be evaluated again where data and scheme are the same (-fresh starts anew).");
    }
    ofOthers.forEach((other, number) -> remarks.add(count(number, "fold") + " in " + file
        + " cannot be used, because this comparison is another: "
        + Optional.ofNullable(bases.get(other)).map(basis::differences).orElse("it is not known which")));
    if (torn > 0) {
      remarks.add(count(torn, "line") + " of " + file + (torn == 1 ? " was" : " were")
          + " torn or changed by another hand, and left out.");
    }
    return remarks;
  }

  private static String count(int number, String what) {
    return String.format(Locale.ROOT, "%d %s%s", number, what, number == 1 ? "" : "s");
  }

  /** How many folds of a data set were read that no scheme of a line-up can use, by reason in words. */
  Map<String, Integer> unused(Task task, String dataSet, String rows, Lineup lineup) {
    List<String> schemes = lineup.schemes().stream().map(s -> Fold.anyOf(task, dataSet, rows, s).scheme()).toList();
    Map<String, Integer> unused = new LinkedHashMap<>();
    for (Fold fold : folds.keySet()) {
      if (fold.task().equals(task.title()) && fold.dataSet().equals(dataSet)) {
        if (!fold.rows().equals(rows)) {
          unused.merge("its rows or attributes have changed", 1, Integer::sum);
        } else if (!schemes.contains(fold.scheme())) {
          unused.merge("no scheme has the same options now", 1, Integer::sum);
        }
      }
    }
    return unused;
  }

  /** The results of a fold by name, missing ones left out; nothing if it has to be evaluated. */
  Optional<Map<String, String>> find(Fold fold) {
    return Optional.ofNullable(folds.get(fold));
  }

  Path file() {
    return file;
  }

  /**
   * Puts the results of a fold on the disk.
   *
   * @throws NotWritten if that is not possible; what was there before stays
   */
  void add(Fold fold, Map<String, String> results) throws IOException {
    StringBuilder lines = new StringBuilder();
    if (!bases.containsKey(fingerprint)) {
      List<String> fields = new ArrayList<>(List.of(BASIS, fingerprint));
      fields.addAll(texts(basis.facts()));
      lines.append(FoldLine.write(fields)).append('\n');
    }
    List<String> fields = new ArrayList<>(List.of(FOLD, fingerprint));
    fields.addAll(fold.fields());
    fields.addAll(texts(results));
    append(lines.append(FoldLine.write(fields)).append('\n').toString().getBytes(StandardCharsets.UTF_8));
    bases.put(fingerprint, basis);
    folds.put(fold, results);
  }

  private void append(byte[] bytes) throws IOException {
    long before = Files.exists(file) ? Files.size(file) : 0;
    try {
      if (out.isEmpty()) {
        // A stream, since an interrupt of the thread would close a channel.
        out = Optional.of(new FileOutputStream(file.toFile(), true));
      }
      out.get().write(bytes);
      out.get().getFD().sync();
    } catch (IOException e) {
      cut(before);
      throw new NotWritten(file, bytes.length, e);
    }
  }

  /** Takes half a line away again; where that fails too its checksum does not fit. */
  private void cut(long length) {
    try {
      if (out.isPresent()) {
        out.get().getChannel().truncate(length);
      }
    } catch (IOException e) {
      // See above.
    }
  }

  @Override
  public void close() throws IOException {
    if (out.isPresent()) {
      out.get().close();
      if (folds.isEmpty() && Files.size(file) == 0) {
        Files.delete(file);
      }
    }
  }
}
