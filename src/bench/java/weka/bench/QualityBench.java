package weka.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import weka.classifiers.Classifier;
import weka.core.Instances;

/**
 * Cross-validates schemes on a folder of ARFF files, the same ten folds for all, writes a line per set and scheme
 * into a table, and prints how the schemes stand. What is in the table is not run again; nor is what rivals reached
 * and was stored. Settings are system properties:
 *
 * <pre>
 * quality.data     folder of the files (datasets)
 * quality.sets     names of some of them with commas between; empty for all
 * quality.class    last, first, a number or a name, and exceptions: last,SET=first (last)
 * quality.schemes  see {@link QualityScheme#parse}; empty for NeuralNet and its rivals. The first is compared with the
 *                  others
 * quality.limit    seconds for ten folds (300)
 * quality.out      the table (target/quality.tsv)
 * quality.rivals   a table of stored rows; empty for none
 * </pre>
 *
 * The schemes run in a Java of its own, because most of them can only be stopped by ending it.
 */
public final class QualityBench {
  /** The worker's exit code after a scheme that did not finish. */
  private static final int LIMIT_REACHED = 75;
  private static final String WORKER = "worker";

  private final String classes = System.getProperty("quality.class", "last");
  private final List<QualityScheme> schemes = QualityScheme.parse(System.getProperty("quality.schemes", ""));
  private final double limit = Double.parseDouble(System.getProperty("quality.limit", "300"));
  private final Path out = Path.of(System.getProperty("quality.out", "target/quality.tsv"));
  private final String stored = System.getProperty("quality.rivals", "");
  private final List<Path> files;

  private QualityBench() throws IOException {
    files = QualityData.files(Path.of(System.getProperty("quality.data", "datasets")),
        System.getProperty("quality.sets", ""));
  }

  public static void main(String[] args) throws Exception {
    QualityBench bench = new QualityBench();
    if (args.length > 0 && args[0].equals(WORKER)) {
      bench.work();
      System.exit(0);
    }
    int code;
    do {
      code = startWorker();
    } while (code == LIMIT_REACHED);
    if (code == 0) {
      System.out.println(bench.summary());
    }
    System.exit(code);
  }

  private static int startWorker() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-cp", System.getProperty("java.class.path"), "-Djava.awt.headless=true",
        "-Dweka.packageManager.offline=true"));
    for (String library : List.of("BLAS", "LAPACK", "ARPACK")) {
      command.add("-Dcom.github.fommil.netlib." + library + "=com.github.fommil.netlib.F2j" + library);
    }
    System.getProperties().stringPropertyNames().stream().filter(n -> n.startsWith("quality.") || n.startsWith("ruru."))
        .forEach(n -> command.add("-D" + n + "=" + System.getProperty(n)));
    command.addAll(List.of(QualityBench.class.getName(), WORKER));
    Process worker = new ProcessBuilder(command).inheritIO().start();
    Thread end = new Thread(worker::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(end);
    int code = worker.waitFor();
    Runtime.getRuntime().removeShutdownHook(end);
    return code;
  }

  /** Rows by set and scheme, stored ones first. */
  private QualityTable rivals() throws IOException {
    if (!stored.isBlank() && !Path.of(stored).toFile().isFile()) {
      throw new IOException("quality.rivals: there is no file " + Path.of(stored).toAbsolutePath());
    }
    return new QualityTable(Path.of(stored.isBlank() ? "none" : stored));
  }

  private void work() throws Exception {
    QualityTable table = new QualityTable(out);
    QualityTable rivals = rivals();
    ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    for (Path file : files) {
      String set = QualityData.name(file);
      Instances data = null;
      for (QualityScheme scheme : schemes) {
        if (table.has(set, scheme.name()) || rivals.has(set, scheme.name())) {
          continue;
        }
        data = data == null ? QualityData.read(file, classes) : data;
        Classifier classifier = scheme.classifier();
        if (classifier.getCapabilities().test(data)) {
          QualityRow row = run(set, data, scheme, classifier, table, clock);
          table.append(row);
          System.out.println(row.toLine());
        }
      }
    }
  }

  private QualityRow run(String set, Instances data, QualityScheme scheme, Classifier classifier, QualityTable table,
      ScheduledExecutorService clock) throws InterruptedException {
    boolean nominal = data.classAttribute().isNominal();
    Future<?> alarm = clock.schedule(() -> {
      int code = 1;
      try {
        QualityRow row = QualityRow.notFinished(set, scheme.name(), nominal, data.numInstances(), limit);
        table.append(row);
        System.out.println(row.toLine());
        code = LIMIT_REACHED;
      } finally {
        Runtime.getRuntime().halt(code);
      }
      return null;
    }, (long) (limit * 1000), TimeUnit.MILLISECONDS);
    QualityRow row;
    try {
      row = QualityRun.of(set, data, scheme, classifier);
    } catch (Exception e) {
      row = QualityRow.failed(set, scheme.name(), nominal, data.numInstances(), "ERROR " + e);
    }
    if (!alarm.cancel(false)) {
      Thread.currentThread().join();
    }
    return row;
  }

  private String summary() throws IOException {
    Map<List<String>, QualityRow> rows = new LinkedHashMap<>();
    List<QualityRow> all = new ArrayList<>(rivals().rows());
    all.addAll(new QualityTable(out).rows());
    List<String> sets = files.stream().map(QualityData::name).toList();
    for (QualityRow row : all) {
      if (sets.contains(row.set())) {
        rows.put(List.of(row.set(), row.scheme()), row);
      }
    }
    return new QualitySummary(rows.values(), schemes.get(0).name()).toString();
  }
}
