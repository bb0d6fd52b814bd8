package ruru.nn.io;

import java.io.IOException;
import ruru.nn.Optimizer;
import ruru.nn.text.Catalog;
import ruru.nn.text.RecordText;
import ruru.nn.train.Checkpoint;
import ruru.nn.train.History;
import ruru.nn.train.TrainerState;

/** The part of a model file with which training can be resumed: the optimizer as text, and a {@link Checkpoint}. */
final class TrainingBody {
  private TrainingBody() {}

  /** @param size number of the network's parameters */
  static void requireReadable(Model.SavedTraining training, int size) {
    RecordText.parse(Catalog.OPTIMIZERS, RecordText.printAll(training.optimizer()));
    Checkpoint c = training.checkpoint();
    float[][] slots = c.trainer().slots();
    boolean fits = slots.length == training.optimizer().slots() && c.latest().length == size && c.best().length == size;
    for (float[] slot : slots) {
      fits &= slot.length == size;
    }
    if (!fits) {
      throw new IllegalArgumentException("the checkpoint does not belong to this network and optimizer");
    }
  }

  static void write(Model.SavedTraining training, BodyWriter out) throws IOException {
    Checkpoint c = training.checkpoint();
    out.writeText(RecordText.printAll(training.optimizer()));
    writeTrainer(c.trainer(), out);
    out.writeFloats(c.latest());
    out.writeFloats(c.best());
    out.writeInt(c.bestEpoch());
    out.writeDouble(c.bestLoss());
    out.writeInt(c.restarts());
    out.writeInt(c.history().epochs());
    out.writeDoubles(c.history().training());
    out.writeDoubles(c.history().validation());
    out.writeDoubles(c.history().rates());
  }

  private static void writeTrainer(TrainerState s, BodyWriter out) throws IOException {
    out.writeInt(s.epoch());
    out.writeLong(s.step());
    out.writeLong(s.optimizerStep());
    out.writeDouble(s.baseRate());
    for (float[] slot : s.slots()) {
      out.writeFloats(slot);
    }
  }

  static Model.SavedTraining read(BodyReader in, int size) throws ModelFileException {
    String text = in.readText("the optimizer");
    Optimizer optimizer =
        StoredText.parse("optimizer", text, () -> RecordText.readBack(Catalog.OPTIMIZERS, text));
    TrainerState trainer = readTrainer(in, optimizer.slots(), size);
    float[] latest = in.readFloats("the latest parameters", size);
    float[] best = in.readFloats("the best parameters", size);
    int bestEpoch = in.readInt("the best epoch");
    double bestLoss = in.readDouble("the best loss");
    int restarts = in.readInt("the number of restarts");
    int epochs = in.readCount("epochs in the history", 3 * Double.BYTES);
    History history = History.of(in.readDoubles("the training losses", epochs),
        in.readDoubles("the validation losses", epochs), in.readDoubles("the rates", epochs));
    try {
      return new Model.SavedTraining(optimizer,
          new Checkpoint(trainer, latest, best, bestEpoch, bestLoss, restarts, history));
    } catch (IllegalArgumentException e) {
      throw damaged(e);
    }
  }

  private static TrainerState readTrainer(BodyReader in, int slots, int size) throws ModelFileException {
    int epoch = in.readInt("the number of epochs");
    long step = in.readLong("the number of steps");
    long optimizerStep = in.readLong("the optimizer's number of steps");
    double baseRate = in.readDouble("the learning rate");
    float[][] state = new float[slots][];
    for (int i = 0; i < slots; i++) {
      state[i] = in.readFloats("the optimizer's state", size);
    }
    try {
      return new TrainerState(epoch, step, optimizerStep, baseRate, state);
    } catch (IllegalArgumentException e) {
      throw damaged(e);
    }
  }

  private static ModelFileException damaged(IllegalArgumentException e) {
    return new ModelFileException("the model file is damaged: " + e.getMessage(), e);
  }
}
