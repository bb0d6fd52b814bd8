package weka.gui.neural.lab;

import java.awt.BasicStroke;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Path2D;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.swing.ToolTipManager;
import org.jspecify.annotations.Nullable;
import ruru.nn.Description;
import ruru.nn.Network;
import ruru.nn.NotationWord;
import ruru.nn.Parameter;
import ruru.nn.health.Health;
import ruru.nn.health.LayerHealth;
import ruru.nn.text.Excerpt;

/** The drawing of a network of any size: a box for each layer, and the ways between them. */
final class BoxView extends ScrolledDrawing {
  private static final long serialVersionUID = 1;
  private static final int WIDTH = 190;
  private static final int LONGEST = 28;
  private static final int ARC = 10;

  private transient @Nullable Network network;
  private transient @Nullable LayerBoxes boxes;
  private transient @Nullable Health health;
  private int chosen = -1;

  BoxView() {
    super("boxes", "drawing of the network's layers");
    setFocusable(true);
    ToolTipManager.sharedInstance().registerComponent(this);
    key("UP", -1);
    key("DOWN", 1);
    addMouseListener(new MouseAdapter() {
      @Override
      public void mousePressed(MouseEvent e) {
        requestFocusInWindow();
        choose(at(e));
      }
    });
  }

  private void key(String stroke, int by) {
    Components.onKey(this, stroke, () -> {
      if (network != null) {
        choose(Math.max(0, Math.min(network.nodes().size() - 1, chosen + by)));
      }
    });
  }

  void setNetwork(@Nullable Network now) {
    network = now;
    boxes = now == null ? null : new LayerBoxes(now, WIDTH);
    health = null;
    chosen = -1;
    revalidate();
    repaint();
  }

  /** How the layers are doing, for the tool tips. */
  void setHealth(Health now) {
    health = now;
  }

  private void choose(int node) {
    chosen = node;
    getAccessibleContext().setAccessibleDescription(node < 0 ? null : describe(node));
    if (node >= 0 && boxes != null) {
      Rectangle box = boxes.box(node);
      box.translate(left(), GAP);
      scrollRectToVisible(box);
    }
    repaint();
  }

  /** The box under the mouse; -1 if there is none. */
  private int at(MouseEvent e) {
    LayerBoxes all = boxes;
    return all == null || network == null ? -1 : IntStream.range(0, network.nodes().size())
        .filter(k -> all.box(k).contains(e.getX() - left(), e.getY() - GAP)).findFirst().orElse(-1);
  }

  private int left() {
    return boxes == null ? GAP : Math.max(GAP, (getWidth() - boxes.size().width) / 2);
  }

  @Override
  Dimension needed() {
    Dimension size = boxes == null ? new Dimension(WIDTH, WIDTH) : boxes.size();
    return new Dimension(size.width + 2 * GAP, size.height + 2 * GAP);
  }

  @Override
  public @Nullable String getToolTipText(MouseEvent e) {
    int node = at(e);
    return node < 0 ? null : describe(node);
  }

  private String describe(int k) {
    if (network == null) {
      return "";
    }
    Network.Node node = network.nodes().get(k);
    StringBuilder s = new StringBuilder("Layer ").append(node.name()).append(": output ").append(node.shape())
        .append(", ").append(parameters(node)).append(" parameters");
    Health now = health;
    if (now != null) {
      now.layers().stream().filter(l -> l.name().equals(node.name()) && l.isTrained()).findFirst()
          .map(BoxView::numbers).ifPresent(s::append);
    }
    Description about = about(network, k);
    return s.append(about == null ? "" : "; " + about.value()).toString();
  }

  static @Nullable Description about(Network network, int node) {
    return node == 0 || network.nodes().get(node).name().equals("flatten") ? null
        : network.steps().get(network.nodes().get(node).step()).layer().getClass().getAnnotation(Description.class);
  }

  private static String numbers(LayerHealth layer) {
    return String.format(Locale.ROOT, "; norm of the weights %.4g, of their gradient %.4g", layer.weights(),
        layer.gradient());
  }

  static long parameters(Network.Node node) {
    return node.parameters().stream().mapToLong(Parameter::size).sum();
  }

  @Override
  void draw(Graphics2D g) {
    Network now = network;
    LayerBoxes all = boxes;
    if (now == null || all == null) {
      return;
    }
    g.setFont(font());
    Rectangle clip = g.getClipBounds();
    g.translate(left(), GAP);
    for (int k = 0; k < now.nodes().size(); k++) {
      g.setColor(Palette.mixed(Palette.paper(), Palette.ink(), 0.6));
      g.setStroke(new BasicStroke(1.4f));
      for (Path2D edge : all.edges(k)) {
        g.draw(edge);
      }
    }
    for (int k = 0; k < now.nodes().size(); k++) {
      Rectangle seen = new Rectangle(all.box(k));
      seen.translate(left(), GAP);
      if (clip == null || clip.intersects(seen)) {
        box(g, title(now, k), now.nodes().get(k), all.box(k), k == chosen);
      }
    }
  }

  /** The node's name; where that is the user's, with that of the layer. */
  private static String title(Network network, int k) {
    Network.Node node = network.nodes().get(k);
    if (k == 0 || node.name().equals("flatten")) {
      return node.name();
    }
    String layer = NotationWord.of(network.steps().get(node.step()).layer().getClass());
    return node.name().startsWith(layer) ? node.name() : node.name() + " (" + layer + ")";
  }

  private static void box(Graphics2D g, String title, Network.Node node, Rectangle box, boolean focus) {
    boolean learns = !node.parameters().isEmpty();
    g.setColor(learns ? Palette.mixed(Palette.paper(), Palette.series(0), 0.2) : Palette.background());
    g.fillRoundRect(box.x, box.y, box.width, box.height, ARC, ARC);
    g.setColor(focus ? Palette.series(1) : Palette.ink());
    g.setStroke(new BasicStroke(focus ? 3 : 1));
    g.drawRoundRect(box.x, box.y, box.width, box.height, ARC, ARC);
    g.setColor(Palette.ink());
    FontMetrics font = g.getFontMetrics();
    String below = node.shape() + (learns ? String.format(Locale.ROOT, ", %,d parameters", parameters(node)) : "");
    centred(g, font, Excerpt.of(title, LONGEST), box, font.getAscent() + 3);
    centred(g, font, Excerpt.of(below, LONGEST), box, box.height - font.getDescent() - 3);
  }

  private static void centred(Graphics2D g, FontMetrics font, String s, Rectangle box, int y) {
    g.drawString(s, box.x + (box.width - font.stringWidth(s)) / 2f, box.y + y);
  }
}
