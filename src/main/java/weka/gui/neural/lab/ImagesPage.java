package weka.gui.neural.lab;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Dimension;
import java.awt.event.HierarchyEvent;
import java.io.File;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import org.jspecify.annotations.Nullable;
import ruru.nn.text.Excerpt;

/**
 * Pictures of a network that learns from images: its filters, the maps of an image, the rows that it predicts worst,
 * what a score depends on, and reconstructions.
 */
final class ImagesPage extends JPanel implements LabPage {
  private static final long serialVersionUID = 1;
  private static final int LEAST = 100;
  private static final int USUAL_WIDTH = 420;
  private static final int USUAL_HEIGHT = 300;
  private static final int LONGEST = 200;
  private static final String PICTURES = "pictures";
  private static final String TABLE = "table";
  private static final String SENTENCE = "sentence";
  private static final String FIRST =
      "Start a training to see its filters, what it makes of an image, and which rows it "
          + "gets wrong.";

  private final transient Consumer<String> say;
  private final ImageChoices choices = new ImageChoices(this::chosen, this::save);
  private final PictureGrid grid = new PictureGrid(this::point, this::opened);
  private final WorstTable table = new WorstTable(this::point);
  private final JTextArea sentence = new JTextArea(FIRST);
  private final JLabel pointed = new JLabel(" ");
  private final CardLayout cards = new CardLayout();
  private final JPanel shown = new JPanel(cards);
  private final transient ImageWorker worker = new ImageWorker(this::receive);
  private String card = SENTENCE;
  private transient @Nullable ShownTraining last;

  /** @param say receives messages for the user */
  ImagesPage(Consumer<String> say) {
    super(new BorderLayout());
    // A text that wraps would otherwise keep the width it has once had.
    setMinimumSize(new Dimension(LEAST, LEAST));
    setPreferredSize(new Dimension(USUAL_WIDTH, USUAL_HEIGHT));
    this.say = say;
    sentence.setName("images sentence");
    sentence.setEditable(false);
    sentence.setLineWrap(true);
    sentence.setWrapStyleWord(true);
    sentence.setBorder(BorderFactory.createEmptyBorder(8, 8, 8, 8));
    sentence.getAccessibleContext().setAccessibleName("why there are no pictures");
    pointed.setName("pointed");
    pointed.setBorder(BorderFactory.createEmptyBorder(2, 6, 2, 6));
    shown.add(new JScrollPane(sentence), SENTENCE);
    shown.add(new JScrollPane(grid), PICTURES);
    shown.add(table, TABLE);
    add(choices, BorderLayout.NORTH);
    add(shown, BorderLayout.CENTER);
    add(pointed, BorderLayout.SOUTH);
    addHierarchyListener(e -> {
      if ((e.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0) {
        chosen();
      }
    });
  }

  /** What is drawn stays until there is something of the next training, so that nothing flickers between folds. */
  @Override
  public void forget() {
    last = null;
  }

  @Override
  public void show(ShownTraining now) {
    boolean isNew = last == null || last.training() != now.training();
    last = now;
    ask(isNew);
  }

  /** Something else is to be seen. */
  private void chosen() {
    pointed.setText(" ");
    ask(true);
  }

  private void ask(boolean isUrgent) {
    ShownTraining now = last;
    if (now != null && isShowing()) {
      worker.ask(now, choices.choice(), isUrgent);
    }
  }

  private void receive(ImageAnswer answer) {
    if (last == null) {
      return;
    }
    ImageSubject subject = answer.subject();
    if (subject != null) {
      choices.setSubject(subject);
    }
    if (answer.choice().view() != choices.choice().view()) {
      // Somebody has turned to other pictures meanwhile.
      return;
    }
    if (answer.sheet() != null) {
      grid.setSheet(answer.sheet());
      turn(PICTURES);
    } else if (subject != null && !answer.worst().isEmpty()) {
      table.show(subject, answer.worst(), answer.says());
      turn(TABLE);
    } else {
      refuse(answer.says());
    }
  }

  private void refuse(String why) {
    sentence.setText(why);
    turn(SENTENCE);
  }

  private void turn(String to) {
    if (!to.equals(card)) {
      pointed.setText(" ");
      card = to;
      cards.show(shown, to);
    }
  }

  private void point(String text) {
    pointed.setText(Excerpt.of(text, LONGEST));
    pointed.setToolTipText(text);
  }

  /** A click on a picture of a row chooses the row. */
  private void opened(int index) {
    int row = grid.sheet().pictures().get(index).row();
    if (row >= 0) {
      choices.choose(row);
      point(grid.sheet().pictures().get(index).text() + "; chosen for Feature maps and Saliency");
    }
  }

  private void save() {
    if (card.equals(SENTENCE)) {
      say.accept("There is no picture to save");
      return;
    }
    JFileChooser chooser = new JFileChooser(new File(System.getProperty("user.dir")));
    chooser.setSelectedFile(new File(chooser.getCurrentDirectory(), "images.png"));
    if (chooser.showSaveDialog(this) == JFileChooser.APPROVE_OPTION) {
      try {
        List<JComponent> parts = card.equals(TABLE) ? table.parts() : List.of(grid);
        DrawingFile.writePicture(chooser.getSelectedFile().toPath(), parts);
        say.accept("Saved " + chooser.getSelectedFile());
      } catch (Exception e) {
        say.accept(e.getMessage() == null ? e.toString() : e.getMessage());
      }
    }
  }
}
