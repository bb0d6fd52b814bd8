package weka.gui.neural.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import weka.core.Utils;
import weka.core.neural.lab.LabMeasures;
import weka.core.neural.lab.LabRun;
import weka.core.neural.lab.images.FilterLayer;
import weka.core.neural.lab.images.NetworkEye;
import weka.core.neural.lab.images.WorstRow;
import weka.gui.neural.lab.PictureSheet.Section;

/** Makes the pictures of a training that are wanted. For one thread at a time, which may wait for an update. */
final class ImageMaker {
  private static final int PATIENCE_SECONDS = 1;
  private static final String PREPARED = "The rows and the network are being prepared.";

  private @Nullable ShownTraining known;
  private @Nullable ImageSubject subject;
  private @Nullable CompletableFuture<float[]> asked;

  /** Null if the training has not come to the next update yet. */
  @Nullable
  ImageAnswer make(ShownTraining shown, ImageChoice choice) throws InterruptedException {
    ImageSubject now = subject(shown);
    if (now == null) {
      LabRun run = shown.run();
      return ImageAnswer.refusal(choice, null, run == null
          ? "This training has ended, and its network or rows are not kept: start it again, and come here meanwhile."
          : run.state() == LabRun.State.FAILED ? "The training failed, so there is nothing to draw." : PREPARED);
    }
    String obstacle = obstacle(shown, now, choice);
    if (obstacle != null) {
      return ImageAnswer.refusal(choice, now, obstacle);
    }
    if (choice.view() == ImageChoice.View.WORST) {
      return worst(shown, now, choice);
    }
    float[] weights = weights(shown, now);
    if (weights == null || weights.length != now.network().values().length) {
      return null;
    }
    PictureSheet sheet = sheet(now, choice, weights);
    return new ImageAnswer(choice, now, sheet, List.of(), "");
  }

  /** What was known of the training before is known again, even if it is closed meanwhile. */
  private @Nullable ImageSubject subject(ShownTraining shown) {
    ImageSubject before = subject;
    boolean same = known != null && known.training() == shown.training() && before != null;
    if (same && shown.run() == null && shown.training().network() == null) {
      // A large network is not kept longer than its training.
      subject = null;
      return null;
    } else if (before != null && same && (shown.run() == null || ImageSubject.network(shown) == before.network())) {
      return before;
    }
    asked = null;
    known = shown;
    subject = ImageSubject.of(shown);
    return subject;
  }

  private static @Nullable String obstacle(ShownTraining shown, ImageSubject now, ImageChoice choice) {
    return switch (choice.view()) {
      case FILTERS -> now.obstacle() != null ? now.obstacle() : !now.filters().isEmpty() ? null
          : "The network has no convolution, and no layer that sees all values of an image: begin with conv 8 5x5, "
              + "for one.";
      case MAPS -> now.obstacle();
      case SALIENCY -> now.obstacle() != null ? now.obstacle() : !now.reconstructs() ? null
          : "An autoencoder has no score of a class: see Reconstruction.";
      case WORST -> shown.run() != null ? null
          : "Rows are predicted of networks that are trained in the lab; this one trains elsewhere in Weka.";
      case RECONSTRUCTION -> now.obstacle() != null ? now.obstacle() : now.reconstructs() ? null
          : "This network predicts a class or a number. Images beside reconstructions are shown of a NeuralEncoder: "
              + "apply that filter to images in Preprocess, and come here while it trains.";
    };
  }

  private float @Nullable [] weights(ShownTraining shown, ImageSubject now)
      throws InterruptedException {
    if (shown.run() == null ? shown.training().hasEnded() : shown.run().state() == LabRun.State.ENDED) {
      return now.network().values();
    }
    CompletableFuture<float[]> copy = asked;
    if (copy == null) {
      copy = shown.run() == null ? shown.training().weights() : shown.run().copiedWeights();
    }
    asked = copy;
    if (copy == null) {
      return null;
    }
    try {
      float[] found = copy.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      asked = null;
      return found;
    } catch (TimeoutException e) {
      // It is asked for, and comes with the next update.
      return null;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private static ImageAnswer worst(ShownTraining shown, ImageSubject now, ImageChoice choice) {
    LabMeasures measures = shown.run() == null ? null : shown.run().measures();
    LabMeasures.Predictions latest = measures == null ? null : measures.latest();
    if (latest == null) {
      return ImageAnswer.refusal(choice, now, PREPARED);
    }
    List<WorstRow> worst = WorstRow.all(latest);
    String says = WorstPictures.title(now, worst) + String.format(Locale.ROOT, "; epoch %.4g", latest.epoch());
    return now.seesImages() ? new ImageAnswer(choice, now, WorstPictures.of(now, worst), List.of(), says)
        : new ImageAnswer(choice, now, null, worst, says);
  }

  private static PictureSheet sheet(ImageSubject now, ImageChoice choice, float[] weights) {
    if (choice.view() == ImageChoice.View.FILTERS) {
      List<FilterLayer> layers = now.filters();
      return FilterPictures.of(layers.get(Math.min(choice.layer(), layers.size() - 1)), weights, choice.channel(),
          choice.sameScale(), now.remark());
    }
    NetworkEye eye = now.eye();
    eye.setWeights(weights);
    if (choice.view() == ImageChoice.View.RECONSTRUCTION) {
      return ReconstructionPictures.of(now, eye);
    }
    int row = Math.min(choice.row(), now.rows().size() - 1);
    eye.look(now.rows(), row);
    double[] predicted = eye.predicted(now.rows(), now.classes().size());
    List<Section> sections = new ArrayList<>();
    if (choice.view() == ImageChoice.View.MAPS) {
      sections.add(RowPicture.of(now, eye, row, predicted, List.of()));
      sections.addAll(MapPictures.of(eye, choice.layer(), choice.sameScale()));
    } else {
      int label = now.classes().isEmpty() ? 0 : choice.explained() > 0
          ? Math.min(choice.explained(), predicted.length) - 1 : Utils.maxIndex(predicted);
      Section found = RowPicture.of(now, eye, row, predicted, SaliencyPictures.of(now, eye, label));
      sections.add(new Section(found.title(), List.of()));
      sections.add(new Section(SaliencyPictures.title(now, label), found.pictures(), found.bars()));
    }
    return new PictureSheet(sections);
  }
}
