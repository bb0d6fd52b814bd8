package weka.bench;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import weka.classifiers.Classifier;
import weka.classifiers.functions.NeuralNet;
import weka.core.SerializationHelper;

/**
 * Kills commands that train, go on with a training, or save a model, at random moments, and looks at what they leave: a
 * model of before must be as it was, and a file that is there must be a whole model or be refused in words.
 *
 * <p>Arguments: kills of each kind, an ARFF file with a nominal class, seed.
 */
public final class KillBench {
  /** What a killed command left. */
  private enum Left {
    NOTHING, WHOLE, REFUSED, WRONG
  }

  private final Path folder;
  private final Random random;

  private KillBench(Path folder, long seed) {
    this.folder = folder;
    random = new Random(seed);
  }

  public static void main(String[] args) throws Exception {
    int kills = Integer.parseInt(args[0]);
    Path data = Path.of(args[1]).toAbsolutePath();
    Path folder = Files.createTempDirectory("kills");
    KillBench bench = new KillBench(folder, args.length > 2 ? Long.parseLong(args[2]) : 1);
    Path first = folder.resolve("first.model");
    bench.whole("-t", data.toString(), "-layers", "dense 256 relu, dense 256 relu", "-epochs", "2", "-resume", "-no-cv",
        "-d", first.toString());
    byte[] before = Files.readAllBytes(first);
    bench.count("training", kills, "-t", data.toString(), "-layers", "dense 256 relu", "-epochs", "20", "-no-cv", "-d");
    bench.count("going on with a training", kills, "-l", first.toString(), "-t", data.toString(), "-T", data.toString(),
        "-continue-iterating", "-d");
    // A large model and hardly any training: most of the time is spent writing.
    bench.count("saving", kills, "-t", data.toString(), "-layers", "dense 2000 relu, dense 2000 relu", "-epochs", "1",
        "-batch", "all", "-no-cv", "-d");
    System.out.println("the model of before is "
        + (Arrays.equals(before, Files.readAllBytes(first)) ? "as it was" : "CHANGED"));
  }

  private void whole(String... arguments) throws IOException, InterruptedException {
    Process process = start(arguments);
    if (process.waitFor() != 0) {
      throw new IOException(Files.readString(folder.resolve("output.txt")));
    }
  }

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Druru.blas=java", "-cp",
        System.getProperty("java.class.path"), NeuralNet.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true)
        .redirectOutput(folder.resolve("output.txt").toFile()).start();
  }

  private void count(String what, int kills, String... arguments) throws Exception {
    Path model = folder.resolve("new.model");
    String[] all = Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = model.toString();
    long start = System.nanoTime();
    whole(all);
    long milliseconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    Map<Left, Integer> counts = new EnumMap<>(Left.class);
    for (int kill = 0; kill < kills; kill++) {
      Files.deleteIfExists(model);
      Process process = start(all);
      // Most moments near the end, where the file is written.
      double moment = Math.sqrt(random.nextDouble());
      process.waitFor((long) (moment * milliseconds), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
      counts.merge(left(model), 1, Integer::sum);
    }
    System.out.printf(Locale.ROOT, "%s: %d kills within %,d ms; left: %s%n", what, kills, milliseconds, counts);
  }

  private Left left(Path model) throws Exception {
    if (!Files.exists(model)) {
      return Left.NOTHING;
    }
    Object read;
    try {
      read = SerializationHelper.readAll(model.toString())[0];
    } catch (Exception e) {
      return e.getMessage() == null && !(e instanceof EOFException) ? Left.WRONG : Left.REFUSED;
    }
    return read instanceof Classifier net && net.toString().contains("Training: loss") ? Left.WHOLE : Left.WRONG;
  }
}
