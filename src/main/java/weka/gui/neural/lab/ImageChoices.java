package weka.gui.neural.lab;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.swing.BoxLayout;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;
import org.jspecify.annotations.Nullable;
import ruru.nn.Network;
import ruru.nn.text.Excerpt;
import weka.core.neural.lab.images.FilterLayer;

/** What is to be seen on the page of images: the kind of picture, the layer, the row, the class. */
final class ImageChoices extends JPanel {
  private static final long serialVersionUID = 1;
  private static final int LONGEST = 24;
  private static final int GAP = 6;
  private static final int WIDTH = 120;

  private final transient Runnable changed;
  private final JComboBox<ImageChoice.View> view = new JComboBox<>(ImageChoice.View.values());
  private final JComboBox<String> layer = box("layer choice", "The layer whose filters or maps are drawn");
  private final JComboBox<String> channel =
      box("channel choice", "The input channel or map that the weights belong to");
  private final JCheckBox sameScale = Components.named(new JCheckBox("Same scale", true), "same scale", 'M',
      "Draw all pictures of a layer on one scale, not each from its own largest value");
  private final JSpinner image = new JSpinner(new SpinnerNumberModel(1, 1, 1, 1));
  private final JLabel count = new JLabel();
  private final JComboBox<String> ofClass = box("of class", "Count the images of this class only");
  private final JComboBox<String> explained = box("explained class", "The class whose score depends on the pixels");
  private final JPanel layers;
  private final JPanel classes;
  private final JPanel rows;
  private final JLabel channelLabel = Components.label("From", 'F', channel);
  private transient @Nullable ImageSubject subject;
  private transient List<Integer> nodes = List.of();
  private transient int[] counted = {0};
  private boolean fills;

  /**
   * @param changed is called when something else is chosen
   * @param save    saves what is drawn
   */
  ImageChoices(Runnable changed, Runnable save) {
    this.changed = changed;
    setLayout(new BoxLayout(this, BoxLayout.Y_AXIS));
    view.setName("image view");
    view.setToolTipText("The kind of pictures");
    image.setName("image number");
    image.setToolTipText("The number of the image");
    // As narrow as four digits, whatever the numbers' range.
    ((JSpinner.DefaultEditor) image.getEditor()).getTextField().setColumns(4);
    count.setName("image count");
    add(line(Components.label("Show", 'W', view), view,
        Components.button("savePicture", "Save picture...", 'I', "Save what is drawn as PNG", save)));
    layers = line(Components.label("Layer", 'Y', layer), layer, channelLabel, channel, sameScale);
    rows = line(Components.label("Image", 'G', image), image, count,
        Components.button("previousImage", "<", ',', "The image before (Alt and comma)", () -> step(-1)),
        Components.button("nextImage", ">", '.', "The next image (Alt and full stop)", () -> step(1)),
        Components.label("of", 'F', ofClass), ofClass);
    classes = line(Components.label("Why", 'Y', explained), explained);
    ofClass.getAccessibleContext().setAccessibleName("class of the images");
    explained.setPreferredSize(new Dimension(2 * WIDTH, explained.getPreferredSize().height));
    explained.getAccessibleContext().setAccessibleName("class whose score is explained");
    channel.getAccessibleContext().setAccessibleName("input channel");
    add(layers);
    add(rows);
    add(classes);
    view.addActionListener(e -> viewChosen());
    layer.addActionListener(e -> layerChosen());
    channel.addActionListener(e -> tell());
    sameScale.addActionListener(e -> tell());
    image.addChangeListener(e -> tell());
    ofClass.addActionListener(e -> classChosen());
    explained.addActionListener(e -> tell());
    arrange();
  }

  private static JComboBox<String> box(String name, String tip) {
    JComboBox<String> made = new JComboBox<>();
    made.setName(name);
    made.setToolTipText(tip);
    made.setPreferredSize(new Dimension(WIDTH, made.getPreferredSize().height));
    return made;
  }

  private static JPanel line(Component... parts) {
    JPanel line = new JPanel(new FlowLayout(FlowLayout.LEADING, GAP, 1));
    for (Component part : parts) {
      line.add(part);
    }
    return line;
  }

  private void tell() {
    if (!fills) {
      changed.run();
    }
  }

  private void viewChosen() {
    arrange();
    fillLayers();
    tell();
  }

  private void layerChosen() {
    if (!fills) {
      fillChannels();
      tell();
    }
  }

  private void classChosen() {
    if (!fills) {
      fillRows(0);
      tell();
    }
  }

  private void step(int by) {
    int next = ((Number) image.getValue()).intValue() + by;
    if (next >= 1 && next <= counted.length) {
      image.setValue(next);
    }
  }

  private ImageChoice.View view() {
    return (ImageChoice.View) view.getSelectedItem();
  }

  /** Shows what belongs to the kind of picture. */
  private void arrange() {
    ImageChoice.View now = view();
    layers.setVisible(now.hasLayers());
    rows.setVisible(now.ofOneRow());
    classes.setVisible(now == ImageChoice.View.SALIENCY);
    show(channelLabel, channel, now == ImageChoice.View.FILTERS);
    revalidate();
  }

  private static void show(JComponent a, JComponent b, boolean isVisible) {
    a.setVisible(isVisible);
    b.setVisible(isVisible);
  }

  /** Offers the layers, rows and classes of a training. */
  void setSubject(ImageSubject now) {
    if (now == subject) {
      return;
    }
    ImageSubject before = subject;
    subject = now;
    fills = true;
    if (before == null || !before.classes().equals(now.classes())) {
      fill(ofClass, Stream.concat(Stream.of("all"), now.classes().stream()));
      fill(explained, Stream.concat(Stream.of("the predicted class"), now.classes().stream()));
    }
    fills = false;
    fillRows(chosen());
    fillLayers();
  }

  private static void fill(JComboBox<String> box, Stream<String> texts) {
    int chosen = Math.max(0, box.getSelectedIndex());
    box.setModel(new DefaultComboBoxModel<>(texts.map(t -> Excerpt.of(t, LONGEST)).toArray(String[]::new)));
    box.setSelectedIndex(Math.min(chosen, box.getItemCount() - 1));
  }

  private void fillLayers() {
    ImageSubject now = subject;
    if (now == null || !view().hasLayers()) {
      return;
    }
    fills = true;
    if (view() == ImageChoice.View.FILTERS) {
      fill(layer, now.filters().stream().map(FilterLayer::name));
      nodes = List.of();
    } else {
      List<Network.Node> all = now.network().nodes();
      nodes = IntStream.range(1, all.size()).filter(k -> !all.get(k).name().startsWith("flatten")).boxed().toList();
      fill(layer, Stream.concat(Stream.of("all layers"), nodes.stream().map(k -> all.get(k).name())));
    }
    fills = false;
    fillChannels();
  }

  private void fillChannels() {
    ImageSubject now = subject;
    if (now == null || view() != ImageChoice.View.FILTERS || layer.getSelectedIndex() < 0) {
      return;
    }
    fills = true;
    int channels = now.filters().get(layer.getSelectedIndex()).channels();
    fill(channel, Stream.concat(Stream.of(channels == 1 ? "the input" : "mean of " + channels),
        IntStream.rangeClosed(1, channels == 1 ? 0 : channels).mapToObj(c -> "channel " + c)));
    channel.setEnabled(channels > 1);
    fills = false;
  }

  /** @param chosen index of the row that is to be chosen, if it is one of them */
  private void fillRows(int chosen) {
    ImageSubject now = subject;
    if (now == null) {
      return;
    }
    fills = true;
    counted = now.rows().of(Math.max(0, ofClass.getSelectedIndex()) - 1);
    int at = Math.max(0, IntStream.range(0, counted.length).filter(i -> counted[i] == chosen).findFirst().orElse(0));
    image.setModel(new SpinnerNumberModel(at + 1, 1, Math.max(1, counted.length), 1));
    count.setText("of " + counted.length);
    fills = false;
  }

  private int chosen() {
    int at = ((Number) image.getValue()).intValue() - 1;
    return at < counted.length ? counted[at] : 0;
  }

  /** Chooses a row, of whatever class. */
  void choose(int row) {
    fills = true;
    if (ofClass.getItemCount() > 0) {
      ofClass.setSelectedIndex(0);
    }
    fills = false;
    fillRows(row);
  }

  ImageChoice choice() {
    int chosenLayer = Math.max(0, layer.getSelectedIndex());
    int node = view() == ImageChoice.View.MAPS && chosenLayer > 0 && chosenLayer <= nodes.size()
        ? nodes.get(chosenLayer - 1) : chosenLayer;
    return new ImageChoice(view(), node, Math.max(0, channel.getSelectedIndex()), chosen(),
        Math.max(0, explained.getSelectedIndex()), sameScale.isSelected());
  }
}
