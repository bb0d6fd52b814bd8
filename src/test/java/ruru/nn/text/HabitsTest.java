package ruru.nn.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said to those who write as elsewhere: what was meant, in our notation. */
class HabitsTest {
  private static String message(String text) {
    return assertThrows(NotationException.class, () -> NetworkText.parse(text)).getMessage();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "64,32 | dense 64 relu, dense 32 relu",
      "64 | dense 64 relu",
      "64 relu, 32 relu | dense 64 relu, dense 32 relu",
      "relu 64 | dense 64 relu",
      "dense64 relu, dense32 relu | dense",
      "dense 64; dense 32 | dense 64, dense 32",
      "dense 64 relu; dense 32 relu; | dense 64 relu, dense 32 relu",
      "dense 64 relu -> dense 32 relu | dense 64 relu, dense 32 relu",
      "dense 64 relu + dense 32 | dense 64 relu, dense 32",
      "dense 64 relu, | dense 64 relu",
      "dense64; dense 8 | dense 64, dense 8",
      "maxpool2x2; relu | maxpool 2x2 relu",
      "Input(784); Dense(8); Activation('tanh') | dense 8 tanh",
      "dense:64 | dense 64",
      "dense=64 | dense 64",
      "dropout=0.2 | dropout 0.2",
      "dropout 50% | dropout 0.5",
      "dropout 20% | dropout 0.2",
      "dropout 0,2 | dropout 0.2",
      "dense 64 relu, dropout 0,5, dense 8 relu | dense 64 relu, dropout 0.5, dense 8 relu",
      "dropout 0\uff0c2 | dropout 0.2",
      "dense 8 relu\uff0cdropout 0.2 | dense 8 relu, dropout 0.2",
      "dense 8 relu\u3001dense \uff14 | dense 8 relu, dense 4",
      "conv 32 3 x 3 relu | conv 32 3x3 relu",
      "conv 32 (3,3) | conv 32 3x3",
      "conv 32 3x3 valid relu | conv 32 3x3 padding=valid relu",
      "conv2d 32 3 | conv",
      "conv 4 3x3 bn relu | batchnorm",
      "maxpool2d | maxpool",
      "bilstm 64 | lstm 64 direction=both",
      "nn.Embedding(10000, 64) | embedding 64 words=10000",
      "Embedding(input_dim=10000, output_dim=64, input_length=200, mask_zero=True), LSTM(8) | "
          + "embedding 64 words=10000, lstm 8",
      "nn.Embedding(num_embeddings=500, embedding_dim=8, padding_idx=0) | embedding 8 words=500",
      "nn.EmbeddingBag(500, 8, mode='mean') | embedding 8 words=500, globalavgpool",
      "layers.Embedding(20, 8, embeddings_initializer='glorot_uniform') | embedding 8 init=glorotuniform words=20",
      "embedding64 -> gru 3 | embedding",
      "word_embedding 64 | embedding",
      "SimpleRNN(32) | rnn 32",
      "LSTM(64, return_sequences=True), LSTM(32) | lstm 64 output=all, lstm 32",
      "LSTM(64, return_sequences=False) | lstm 64",
      "Bidirectional(LSTM(64)) | lstm 64 direction=both",
      "nn.LSTM(3, 64, batch_first=True) | lstm 64",
      "nn.GRU(input_size=3, hidden_size=64, bidirectional=True) | gru 64 direction=both",
      "nn.LSTM(3, 64, num_layers=2) | lstm 64 output=all, lstm 64",
      "nn.LSTM(3, 64, 2, batch_first=True) | lstm 64 output=all, lstm 64",
      "nn.RNN(3, 64, nonlinearity='relu') | rnn 64 activation=relu",
      "SimpleRNN(64, activation='tanh') | rnn 64",
      "Bidirectional(GRU(10, return_sequences=True), merge_mode='concat'), LSTM(3) | "
          + "gru 10 direction=both output=all, lstm 3",
      "LSTM(64, return_sequences=1, recurrent_activation='sigmoid', dropout=0.0), LSTM(8) | lstm 64 output=all, lstm 8",
      "CuDNNLSTM(64, go_backwards=True) | lstm 64 direction=backward",
      "lstm 64 output=all; lstm 32 | lstm 64 output=all, lstm 32",
      "bilstm64 -> dense 3 | lstm 64 direction=both, dense 3",
      "rnn 64 relu; dense 3 | rnn 64 activation=relu, dense 3",
      "dense 64 rellu | relu",
      "dense 64 leaky_relu | leakyrelu",
      "dense 64 he_normal | henormal",
      "dense 64 init=kaiming | henormal",
      "dense 64 activation=relu | dense 64 relu",
      "hidden 64 | dense",
      "Dense(64, activation=relu) | dense 64 relu",
      "Dense(64, activation='relu'), Dropout(0.2), Dense(10, activation='softmax') | "
          + "dense 64 relu, dropout 0.2, output",
      "Dense(10, activation='softmax'); | output",
      "Conv2D(32, (3, 3), strides=(2,2), padding='valid', activation='relu') | "
          + "conv 32 3x3 stride=2x2 padding=valid relu",
      "Conv2D(16, kernel_size=5, activation='relu', input_shape=(28,28,1)), MaxPooling2D((2,2)), Flatten() | "
          + "conv 16 5x5 relu, maxpool 2x2, flatten",
      "BatchNormalization() | batchnorm",
      "keras.Sequential([layers.Dense(8, kernel_initializer='he_normal', use_bias=False), layers.ReLU()]) | "
          + "dense 8 init=henormal bias=no relu",
      "nn.Linear(10, 64), nn.ReLU() | dense 64 relu",
      "nn.Sequential(nn.Linear(10, 64), nn.BatchNorm1d(64), nn.ReLU(), nn.Dropout(p=0.1)) | "
          + "dense 64, batchnorm relu, dropout 0.1",
  })
  void whatWasMeantIsSaid(String text, String meant) {
    String said = message(text);
    assertEquals("did you mean '" + meant + "'?",
        said.replaceAll(".*(did you mean '.*'\\?) \\(at character \\d+\\)$", "$1"), said);
    assertFalse(said.contains("choose from") || said.contains("initialiser") && !text.contains("init="), said);
  }

  /** Elsewhere they stand in another order; a table of 64 words of 10,000 numbers would be no error by itself. */
  @ParameterizedTest
  @ValueSource(strings = {"Embedding(10000, 64)", "embedding(10000, 64)", "embedding 10000 64", "embedding 64 10000"})
  void theTwoNumbersOfAnEmbeddingAreTold(String text) {
    assertTrue(message(text + ", gru 8").contains("did you mean 'embedding 64 words=10000, gru 8'?"), message(text));
  }

  @Test
  void whatIsNotThereIsSaidToBeSo() {
    assertEquals("step 1 'lambda 4': there is no layer 'lambda'; there is nothing like it yet (at character 1)",
        message("lambda 4"));
    assertEquals("step 1 'a': there is no layer 'a'; write 'auto' to let the data choose the layers, or give their "
        + "sizes, as in 'dense 64 relu' (at character 1)", message("a"));
    assertEquals("step 1 'foo 3': there is no layer 'foo'; the most common are dense, relu, dropout, batchnorm, conv "
        + "and maxpool; all " + Catalog.LAYERS.names().size() + " are in notation.md in the package's folder doc, "
        + "and under 'More' in NeuralNet's options (at character 1)",
        message("foo 3"));
    assertEquals("step 1 'dense 64 foo': 'foo' is neither a layer nor a setting of 'dense'; written: dense units "
        + "[init=auto] [bias=yes] [biasinit=0], as in 'dense 64 relu' (at character 10)", message("dense 64 foo"));
  }

  /** A guess is a network; where there is none, nothing is guessed. */
  @ParameterizedTest
  @ValueSource(strings = {"", ",", "((", "dense", "what is this?", "dense 8 as relu", "softmax 3 3 3", "%", "=", "()",
      "a()", "Dense()", "dense()(8)", ")", ") dense 8", "x", "3x3", "sequential()", "[]", "dense 8 as a b",
      "tied nothing"})
  void aGuessIsANetwork(String text) {
    String guess = NetworkText.guess(text);
    if (guess != null) {
      assertFalse(NetworkText.parse(guess).isEmpty(), guess);
    }
  }

  /** Of a layer in the first place; elsewhere a word may be something else. */
  @Test
  void aMisspeltLayerIsMendedInTheFirstPlaceAlone() {
    assertEquals("dense 4 relu", NetworkText.guess("dens 4; relu"));
    assertEquals("relu, dense 4", NetworkText.guess("relu6; dense 4"));
    assertNull(NetworkText.guess("dense 4 flaten; relu"));
  }

  @Test
  void aTextOfAnyLengthIsRefused() {
    String message = message("a.".repeat(100_000));
    assertTrue(message.contains("there is no layer") && !message.contains("did you mean"), message);
  }

  @Test
  void whatIsRightIsNotRewritten() {
    for (String name : Presets.names()) {
      assertNull(NetworkText.guess(name));
    }
    assertNull(NetworkText.guess("dense 8 relu, dense 4"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "loss | mse | squared", "loss | MSE | squared", "loss | cross-entropy | crossentropy",
      "loss | categorical_crossentropy | crossentropy", "loss | log loss | crossentropy", "loss | mae | absolute",
      "loss | mean_absolute_error | absolute", "loss | smooth_l1 | huber", "loss | softmax | crossentropy",
      "optimizer | gradient descent | sgd", "optimizer | l-bfgs | lbfgs", "optimizer | nadam | adam",
      "optimizer | rms-prop | rmsprop", "schedule | cosine annealing | cosine", "schedule | StepLR | step",
      "schedule | ReduceLROnPlateau | plateau", "schedule | none | constant", "initialiser | xavier | glorotuniform",
      "initialiser | he_uniform | heuniform"})
  void otherNamesAreKnown(String kind, String name, String meant) {
    Catalog<?> catalog = RecordTextTest.catalogs().filter(c -> c.kind().equals(kind)).findFirst().orElseThrow();
    assertEquals("there is no " + kind + " '" + name + "'; did you mean '" + meant + "'?",
        assertThrows(IllegalArgumentException.class, () -> RecordText.parse(catalog, name)).getMessage());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "adam 0.001 | '0.001' would be the setting beta1, which is unlikely: RATE; if beta1 is meant, write beta1=0.001",
      "Adam(0.001) | '0.001' would be the setting beta1, which is unlikely: RATE; if beta1 is meant, write beta1=0.001",
      "momentum 0.01 0.9 | '0.01' would be the setting momentum, which is unlikely: RATE; if momentum is meant, write "
          + "momentum=0.01",
      "sgd 0.01 | '0.01' is one setting too many; RATE; written: sgd",
      "adam lr=0.01 | there is no setting 'lr'; RATE",
      "Adam(learning_rate=0.01) | there is no setting 'learning_rate'; RATE",
      "adamw weight_decay=0.1 | there is no setting 'weight_decay'; weight decay is not set here but as an option of "
          + "its own, 'decay'",
      "sgd momentum=0.9 | there is no setting 'momentum'; did you mean the optimizer 'momentum'?",
      "adam, beta1=0.8 | settings are separated by spaces only, as in 'adam beta1=0.8'"})
  void theRateIsNoSettingOfAnOptimizer(String text, String message) {
    assertEquals(message.replace("RATE", "the learning rate is not set here but as an option of its own, 'rate'"),
        assertThrows(IllegalArgumentException.class, () -> RecordText.parse(Catalog.OPTIMIZERS, text)).getMessage());
  }

  /** Files may hold by position what is not accepted so where it is typed. */
  @Test
  void whatWasWrittenIsReadBack() {
    assertEquals(new ruru.nn.optimizers.Adam(0.001, 0.01, 1e-8),
        RecordText.readBack(Catalog.OPTIMIZERS, "adam 0.001 0.01"));
    for (double beta : List.of(0.0, 0.001, 0.5)) {
      ruru.nn.optimizers.Adam adam = new ruru.nn.optimizers.Adam(beta, beta, 1e-8);
      assertEquals(adam, RecordText.parse(Catalog.OPTIMIZERS, RecordText.print(adam)));
      assertEquals(adam, RecordText.parse(Catalog.OPTIMIZERS, RecordText.printAll(adam)));
    }
  }
}
