package ruru.nn.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import ruru.nn.Loss;
import ruru.nn.NamedLayer;
import ruru.nn.Network;
import ruru.nn.Parameter;
import ruru.nn.RandomStream;
import ruru.nn.Rng;
import ruru.nn.Shape;
import ruru.nn.VarianceScaling;
import ruru.nn.layers.Dense;
import ruru.nn.losses.CrossEntropy;
import ruru.nn.losses.Huber;
import ruru.nn.losses.Squared;
import ruru.nn.optimizers.Adam;
import ruru.nn.optimizers.Sgd;
import ruru.nn.text.Catalog;
import ruru.nn.text.NetworkText;
import ruru.nn.text.RecordSamples;
import ruru.nn.train.Checkpoint;
import ruru.nn.train.History;
import ruru.nn.train.TrainerState;

class ModelFileTest {
  /** Where the body starts: with the network's text, behind its length. */
  private static final int BODY = 20;
  private static final String OUTPUT = "output init=auto bias=yes biasinit=0";

  /** Every parameter, STATE too, gets bits of its own, among them -0, infinity and NaN with a payload. */
  static Network network(String input, int outputs, String text) {
    Network network = new Network(Shape.parse(input), outputs, NetworkText.parse(text));
    fill(network.values(), 1);
    return network;
  }

  private static void fill(float[] values, int seed) {
    Rng rng = new Rng(seed, RandomStream.PARAMETERS, 0, 0);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) rng.nextGaussian();
    }
    for (int i = 0; i < Math.min(5, values.length); i++) {
      values[i] = new float[] {-0f, Float.NEGATIVE_INFINITY, Float.intBitsToFloat(0x7fc12345), Float.MIN_VALUE,
          Float.MAX_VALUE}[i];
    }
  }

  private static float[] filled(int size, int seed) {
    float[] values = new float[size];
    fill(values, seed);
    return values;
  }

  private static Model.SavedTraining training(Network network) {
    int n = network.values().length;
    return new Model.SavedTraining(new Adam(0.8, 0.95, 1e-7), new Checkpoint(
        new TrainerState(3, 1L << 40, (1L << 33) + 7, 0.1, new float[][] {filled(n, 2), filled(n, 3)}),
        filled(n, 4), filled(n, 5), 2, 0.3, 1,
        History.of(new double[] {3, 2, 1.5}, new double[] {Double.NaN, 4, -0.0}, new double[] {0.1, 0.1, 1e-300})));
  }

  private static Model read(byte[] bytes) throws IOException {
    return ModelFile.read(new ByteArrayInputStream(bytes));
  }

  private static int[] bits(float[] values) {
    int[] bits = new int[values.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = Float.floatToRawIntBits(values[i]);
    }
    return bits;
  }

  private static void assertSameNetwork(Network expected, Network actual) {
    assertArrayEquals(bits(expected.values()), bits(actual.values()));
    assertEquals(expected.parameters(), actual.parameters());
    assertEquals(expected.inputShape(), actual.inputShape());
    assertEquals(expected.outputs(), actual.outputs());
    assertEquals(NetworkText.print(expected.steps()), NetworkText.print(actual.steps()));
  }

  @Test
  void aNetworkComesBackToTheBit() throws IOException {
    Network network = network("4x3", 3,
        "dense 5 init=orthogonal(1.4) relu as a, batchnorm, dropout 0.25, dense 5, add a, output");
    assertTrue(network.parameters().stream().anyMatch(p -> p.role() == Parameter.Role.STATE));
    Model back = read(ModelBytes.of(new Model(network, new Huber(1.5))));
    assertSameNetwork(network, back.network());
    assertEquals(new Huber(1.5), back.loss());
    assertNull(back.training());
  }

  @Test
  void aNetworkWithoutParametersComesBack() throws IOException {
    Network network = network("3", 1, "");
    assertSameNetwork(network, read(ModelBytes.of(new Model(network, new Squared()))).network());
  }

  @Test
  void arraysLongerThanTheBufferComeBack() throws IOException {
    Network network = network("1025", 1, "dense 7, dense 3");
    assertSameNetwork(network, read(ModelBytes.of(new Model(network, new Squared()))).network());
  }

  @Test
  void everyLossAndOptimizerComesBack() throws IOException {
    Network network = network("2", 1, "output");
    for (Loss loss : RecordSamples.of(Catalog.LOSSES)) {
      assertEquals(loss, read(ModelBytes.of(new Model(network, loss))).loss());
    }
    for (var optimizer : RecordSamples.of(Catalog.OPTIMIZERS)) {
      float[][] slots = new float[optimizer.slots()][network.values().length];
      Checkpoint c = new Checkpoint(new TrainerState(0, 0, 0, 1, slots), network.values(), network.values(), 0, 0, 0,
          new History());
      Model model = new Model(network, new Squared(), new Model.SavedTraining(optimizer, c));
      assertEquals(optimizer, read(ModelBytes.of(model)).training().optimizer());
    }
  }

  @Test
  void aTrainingComesBackToTheBit() throws IOException {
    Network network = network("4", 3, "dense 5 relu, output");
    Model.SavedTraining saved = training(network);
    Model.SavedTraining back = read(ModelBytes.of(new Model(network, new CrossEntropy(), saved))).training();
    assertEquals(saved.optimizer(), back.optimizer());
    Checkpoint a = saved.checkpoint();
    Checkpoint b = back.checkpoint();
    assertEquals(a.trainer().epoch(), b.trainer().epoch());
    assertEquals(a.trainer().step(), b.trainer().step());
    assertEquals(a.trainer().optimizerStep(), b.trainer().optimizerStep());
    assertEquals(a.trainer().baseRate(), b.trainer().baseRate());
    assertEquals(2, b.trainer().slots().length);
    assertArrayEquals(bits(a.trainer().slots()[0]), bits(b.trainer().slots()[0]));
    assertArrayEquals(bits(a.trainer().slots()[1]), bits(b.trainer().slots()[1]));
    assertArrayEquals(bits(a.latest()), bits(b.latest()));
    assertArrayEquals(bits(a.best()), bits(b.best()));
    assertEquals(List.of(a.bestEpoch(), a.bestLoss(), a.restarts()),
        List.of(b.bestEpoch(), b.bestLoss(), b.restarts()));
    assertArrayEquals(a.history().training(), b.history().training());
    assertArrayEquals(a.history().validation(), b.history().validation());
    assertArrayEquals(a.history().rates(), b.history().rates());
  }

  @Test
  void twoModelsInOneStreamAreReadOneAfterTheOther() throws IOException {
    Network first = network("2", 1, "output");
    Network second = network("3", 2, "dense 4, output");
    var in = new SequenceInputStream(new ByteArrayInputStream(ModelBytes.of(new Model(first, new Squared()))),
        new ByteArrayInputStream(ModelBytes.of(new Model(second, new Squared()))));
    assertSameNetwork(first, ModelFile.read(in).network());
    assertSameNetwork(second, ModelFile.read(in).network());
    assertEquals(-1, in.read());
  }

  @Test
  void theSameModelGivesTheSameBytes() {
    Model model = new Model(network("4", 3, "dense 5 relu, output"), new CrossEntropy());
    assertArrayEquals(ModelBytes.of(model), ModelBytes.of(model));
  }

  @Test
  void whatCouldNotBeReadBackIsNotWritten() {
    Network unknown =
        new Network(Shape.of(2), 1, List.of(new NamedLayer(new Dense(3, VarianceScaling.HE_NORMAL, true, 0))));
    assertThrows(IllegalArgumentException.class, () -> ModelBytes.of(new Model(unknown, new Squared())));
    Network named = new Network(Shape.of(2), 1, List.of(new NamedLayer(new Dense(3), "my layer")));
    assertThrows(IllegalArgumentException.class, () -> ModelBytes.of(new Model(named, new Squared())));
    for (String name : List.of("a, relu", "a ", "input ", "A, dense 3 as B")) {
      Network other = new Network(Shape.of(2), 1, List.of(new NamedLayer(new Dense(3), name)));
      assertThrows(IllegalArgumentException.class, () -> ModelBytes.of(new Model(other, new Squared())), name);
    }
    Network network = network("4", 3, "dense 5 relu, output");
    Model.SavedTraining elsewhere = training(network("5", 3, "dense 5 relu, output"));
    assertThrows(IllegalArgumentException.class, () -> ModelBytes.of(new Model(network, new Squared(), elsewhere)));
    Model.SavedTraining slots = new Model.SavedTraining(new Sgd(), training(network).checkpoint());
    assertThrows(IllegalArgumentException.class, () -> ModelBytes.of(new Model(network, new Squared(), slots)));
  }

  @Test
  void anyFlippedBitIsRefused() {
    Network network = network("3", 2, "dense 2 relu as a, batchnorm, output");
    byte[] good = ModelBytes.of(new Model(network, new CrossEntropy(), training(network)));
    for (int i = 0; i < good.length; i++) {
      for (int mask : new int[] {1, 2, 4, 8, 16, 32, 64, 128, 255}) {
        byte[] bad = good.clone();
        bad[i] ^= (byte) mask;
        assertThrows(ModelFileException.class, () -> read(bad), "byte " + i + " mask " + mask);
      }
    }
  }

  @Test
  void anyTruncationIsRefused() {
    byte[] good = ModelBytes.of(new Model(network("3", 2, "dense 2 relu, output"), new CrossEntropy()));
    for (int length = 0; length < good.length; length++) {
      byte[] bad = Arrays.copyOf(good, length);
      String message = assertThrows(ModelFileException.class, () -> read(bad)).getMessage();
      assertTrue(message.startsWith("the model file is truncated: it should have "), message);
      assertTrue(message.endsWith(" bytes, got " + length), message);
    }
  }

  /** Whoever makes the checksum right again gets past it; what comes then must still be an answer. */
  @Test
  void contentsWithARightChecksumAreReadOrRefused() throws IOException {
    Network network = network("3", 2, "dense 2 relu as a, batchnorm, output");
    byte[] good = ModelBytes.of(new Model(network, new CrossEntropy(), training(network)));
    int refused = 0;
    for (int i = BODY; i < good.length - 4; i++) {
      for (int mask : new int[] {1, 4, 32, 128, 255}) {
        byte[] bad = good.clone();
        bad[i] ^= (byte) mask;
        try {
          read(resealed(bad));
        } catch (ModelFileException e) {
          refused++;
        }
      }
    }
    assertTrue(refused > 500, "only " + refused + " refused");
  }

  /** Length and checksum are right, so the body has to be found too short where something is read of it. */
  @Test
  void aBodyThatEndsTooSoonIsRefused() {
    Network network = network("3", 2, "dense 2 relu, output");
    byte[] good = ModelBytes.of(new Model(network, new CrossEntropy(), training(network)));
    for (int length = 0; length < good.length - BODY - 4; length++) {
      byte[] bad = Arrays.copyOf(good, BODY + length + 4);
      ByteBuffer.wrap(bad).order(ByteOrder.LITTLE_ENDIAN).putLong(12, length);
      String message = assertThrows(ModelFileException.class, () -> read(resealed(bad)), "of " + length).getMessage();
      assertTrue(length > 0 || message.endsWith(" 0 are left"), message);
    }
  }

  /** The stream stays open, perhaps for long. */
  @Test
  void nothingOfAModelStaysInABuffer() throws IOException {
    Model model = new Model(network("3", 2, "output"), new Squared());
    ByteArrayOutputStream arrived = new ByteArrayOutputStream();
    ModelFile.write(model, new BufferedOutputStream(arrived));
    assertArrayEquals(ModelBytes.of(model), arrived.toByteArray());
  }

  private static byte[] resealed(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, bytes.length - 4);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes.length - 4, (int) crc.getValue());
    return bytes;
  }

  private static byte[] replaced(byte[] bytes, String from, String to) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    assertEquals(from.length(), to.length());
    assertTrue(text.contains(from), from);
    return resealed(text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1));
  }

  private static void assertRefused(String message, byte[] bytes) {
    assertEquals(message, assertThrows(ModelFileException.class, () -> read(bytes)).getMessage());
  }

  @Test
  void errorsSayWhatWasExpectedAndWhatCame() {
    byte[] good = ModelBytes.of(new Model(network("3", 2, "dense 4 relu as abc"), new CrossEntropy()));
    ByteBuffer header = ByteBuffer.wrap(good.clone()).order(ByteOrder.LITTLE_ENDIAN);

    assertRefused("this is not a model file of Ruru: it should start with the bytes [82, 117, 114, 117, 13, 10, 26, "
        + "10], "
        + "got [80, 75, 3, 4]", new byte[] {'P', 'K', 3, 4});
    assertRefused("the model file is truncated: it should have 20 bytes, got 0", new byte[0]);
    assertRefused("the model file is format 3; this version of Ruru reads 1 to 1", header.putInt(8, 3).array());
    assertRefused("the model file is format 0; this version of Ruru reads 1 to 1", header.putInt(8, 0).array());
    assertRefused("the model file is damaged: its body should be 0 to 2147483639 bytes long, got 9223372036854775807",
        header.putInt(8, 1).putLong(12, Long.MAX_VALUE).array());
    assertRefused("the model file is damaged: its body should be 0 to 2147483639 bytes long, got -1",
        header.putLong(12, -1).array());
    assertRefused("the model file is truncated: it should have 2147483663 bytes, got " + good.length,
        header.putLong(12, 2147483639).array());

    assertRefused("the network in the model file, 'danse 4 init=auto bias=yes biasinit=0, relu as abc', is not valid "
        + "in this version of Ruru: step 1 'danse 4 init=auto bias=yes biasinit=0': there is no layer 'danse'; did you "
        + "mean 'dense'? (at character 1)", replaced(good, "dense 4 init", "danse 4 init"));
    assertRefused("the loss in the model file, 'crossentropi', is not valid in this version of Ruru: there is no loss "
        + "'crossentropi'; did you mean 'crossentropy'?", replaced(good, "crossentropy", "crossentropi"));
    assertRefused("parameter 'dense1/weight' in the file is [3, 4], the network has [3, 9]",
        replaced(good, "dense 4 init", "dense 9 init"));
    assertRefused("parameter 'dense7/bias' is in the file once more than in the network",
        replaced(good, "dense1/bias", "dense7/bias"));
    assertRefused("parameter 'dense1/bias' in the file has the role BIAZ, in the network BIAS",
        replaced(good, "BIAS", "BIAZ"));
  }

  @Test
  void aNetworkLargerThanItsFileIsRefusedBeforeMemoryIsTaken() {
    byte[] good = ModelBytes.of(new Model(network("3", 2, "output"), new Squared()));
    int outputs = BODY + 4 + OUTPUT.length() + 4 + "3".length();
    ByteBuffer b = ByteBuffer.wrap(good).order(ByteOrder.LITTLE_ENDIAN);
    assertEquals(2, b.getInt(outputs));
    assertRefused("the network in the model file, '" + OUTPUT + "', is not valid in this version of Ruru: the "
        + "network has "
        + "2000000000 parameters, but at most 28 are allowed here", resealed(b.putInt(outputs, 500_000_000).array()));
  }

  @Test
  void missingParametersAndAbsurdNumbersAreNamed() {
    byte[] good = ModelBytes.of(new Model(network("3", 2, "output"), new Squared()));
    ByteBuffer b = ByteBuffer.wrap(good.clone()).order(ByteOrder.LITTLE_ENDIAN);
    int count = BODY + 4 + OUTPUT.length() + 4 + 1 + 4 + 4 + "squared".length();
    assertEquals(2, b.getInt(count));
    int left = good.length - BODY - 4 - 4;
    assertRefused("the file lacks parameters of the network: output1/bias",
        resealed(b.putInt(count, 1).array()));
    assertRefused("the model file is damaged: parameters should take 25769803764 bytes, but 97 are left",
        resealed(b.putInt(count, Integer.MAX_VALUE).array()));
    assertRefused("the model file is damaged: the network should take 2147483647 bytes, but " + left + " are left",
        resealed(b.putInt(BODY, Integer.MAX_VALUE).array()));
    assertRefused("the model file is damaged: the network should take -5 bytes, but " + left + " are left",
        resealed(b.putInt(BODY, -5).array()));
  }

  @Test
  void numbersThatNoTrainingHasAreNamed() {
    Network network = network("3", 2, "output");
    byte[] good = ModelBytes.of(new Model(network, new Squared(), training(network)));
    int history = good.length - 4 - 3 * 3 * Double.BYTES - 4;
    int restarts = history - 4;
    int bestEpoch = restarts - 8 - 4;
    int trainer = bestEpoch - 4 * network.values().length * Float.BYTES - 4 - 3 * 8;
    String start = "the model file is damaged: a saved training: ";
    assertRefused(start + "restarts must be from 0 to 10, got -1", with(good, restarts, -1));
    assertRefused(start + "restarts must be from 0 to 10, got 2000000000", with(good, restarts, 2_000_000_000));
    assertRefused(start + "the best epoch must be from 0 to the finished 3, got 4", with(good, bestEpoch, 4));
    assertRefused(start + "the best epoch must be from 0 to the finished 3, got -1", with(good, bestEpoch, -1));
    assertRefused(start + "finished epochs must be at least 0, got -7", with(good, trainer, -7));
    assertRefused(start + "epochs of the history must be the 2147483647 that are finished, got 3",
        with(good, trainer, Integer.MAX_VALUE));
    assertRefused(start + "steps must be at least 0, got -9223370937343148032", with(good, trainer + 8, 0x80000100));
    assertRefused(start + "the optimizer's steps must be from 0 to all 1099511627776, got -9223372036854775801",
        with(good, trainer + 16, 0x80000000));
    assertRefused(start + "the rate must be at least 0 and finite, got -0.1", with(good, trainer + 24, 0xbfb99999));
    assertRefused("the model file is damaged: epochs in the history should take -24 bytes, but 72 are left",
        with(good, history, -1));
  }

  private static byte[] with(byte[] good, int at, int value) {
    return resealed(ByteBuffer.wrap(good.clone()).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value).array());
  }

  @Test
  void aNetworkForWhichThereIsNoMemoryIsRefused() {
    Network network = network("1x1", 1, "upsample 2, globalavgpool, output");
    byte[] good = ModelBytes.of(new Model(network, new Squared()));
    // No array is as long as that, however large the heap.
    String text = NetworkText.printAll(network.steps()).replace("upsample 2", "upsample 2147483647");
    int behind = BODY + 4 + good[BODY];
    ByteBuffer b = ByteBuffer.allocate(good.length + 9).order(ByteOrder.LITTLE_ENDIAN);
    b.put(good, 0, BODY).putInt(text.length()).put(text.getBytes(StandardCharsets.UTF_8));
    b.put(good, behind, good.length - behind).putLong(12, good.length + 9 - BODY - 4);
    String message = assertThrows(ModelFileException.class, () -> read(resealed(b.array()))).getMessage();
    assertTrue(message.matches("the network in the model file.* 1\\]: 8191 megabytes for each row.*-Xmx.*")
        || message.contains("needs more memory than there is"), message);
  }

  @Test
  void aNetworkOfMoreStepsThanAnyHasIsRefused() {
    byte[] good = ModelBytes.of(new Model(network("3", 1, "output"), new Squared()));
    String text = "relu, ".repeat(170_000) + "output";
    int after = BODY + 4 + good[BODY];
    ByteBuffer b = ByteBuffer.allocate(good.length - good[BODY] + text.length()).order(ByteOrder.LITTLE_ENDIAN);
    b.put(good, 0, BODY).putInt(text.length()).put(text.getBytes(StandardCharsets.UTF_8));
    b.put(good, after, good.length - after).putLong(12, b.capacity() - BODY - 4);
    String message = assertThrows(ModelFileException.class, () -> read(resealed(b.array()))).getMessage();
    assertTrue(message.contains("at most 20000 steps, got 170001") && message.length() < 1000,
        message.substring(0, Math.min(400, message.length())));
  }
}
