package weka.gui.neural.lab;

import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import weka.core.neural.lab.NeuronMap;
import weka.gui.neural.lab.NeuronPlaces.Spot;

/** The neuron under the mouse, or else the one that is chosen: its map is shown large. */
final class PointedNeuron {
  private final NeuronView view;
  private final BiConsumer<@Nullable BufferedImage, String> receiver;
  private final MapImage painter = new MapImage();
  private @Nullable Spot under;
  private @Nullable PlaneMaps maps;

  /** @param receiver of a picture and what it shows; of null if no neuron is meant */
  PointedNeuron(NeuronView view, BiConsumer<@Nullable BufferedImage, String> receiver) {
    this.view = view;
    this.receiver = receiver;
    MouseAdapter mouse = new MouseAdapter() {
      @Override
      public void mouseMoved(MouseEvent e) {
        NeuronPlaces places = view.places();
        point(places == null ? null : places.at(e.getX(), e.getY()));
      }

      @Override
      public void mouseExited(MouseEvent e) {
        point(null);
      }
    };
    view.addMouseMotionListener(mouse);
    view.addMouseListener(mouse);
    view.addPropertyChangeListener(NeuronView.CHOICE, e -> show());
  }

  private void point(@Nullable Spot now) {
    Spot neuron = now == null || now.line() != null ? null : now;
    if (neuron == null ? under != null : !neuron.equals(under)) {
      under = neuron;
      show();
    }
  }

  /** The maps as they are now; null if there are none. */
  void setMaps(@Nullable PlaneMaps now) {
    maps = now;
    show();
  }

  private void show() {
    Spot chosen = view.spot();
    Spot meant = under != null ? under : chosen == null || chosen.line() != null ? null : chosen;
    List<List<NeuronMap>> all = maps == null ? null : maps.neurons();
    if (meant == null || maps == null || all == null || meant.column() >= all.size()
        || meant.unit() >= all.get(meant.column()).size()) {
      receiver.accept(null, "");
      return;
    }
    NeuronMap map = all.get(meant.column()).get(meant.unit());
    int size = maps.plane().size();
    receiver.accept(painter.of(map, size, size), String.format(Locale.ROOT, "%s: from %.3g to %.3g",
        view.name(meant), map.low(), map.high()));
  }
}
