package weka.gui.neural.lab;

import java.util.List;
import org.jspecify.annotations.Nullable;
import weka.core.neural.lab.images.WorstRow;

/**
 * What came of an {@link ImageWorker}'s work.
 *
 * @param choice  that it answers
 * @param subject null if there is none yet
 * @param sheet   null if there is nothing to draw
 * @param worst   all rows, the worst first, if they are to be listed in a table
 * @param says    why there is nothing to draw, or what the table lists; may be empty
 */
record ImageAnswer(ImageChoice choice, @Nullable ImageSubject subject, @Nullable PictureSheet sheet,
    List<WorstRow> worst, String says) {
  static ImageAnswer refusal(ImageChoice choice, @Nullable ImageSubject subject, String why) {
    return new ImageAnswer(choice, subject, null, List.of(), why);
  }
}
