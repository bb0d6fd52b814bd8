package weka.gui.neural.lab;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.MouseEvent;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RectangularShape;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.swing.ToolTipManager;
import org.jspecify.annotations.Nullable;
import ruru.nn.health.Backpropagation;
import ruru.nn.text.Excerpt;
import weka.core.neural.lab.NeuronGraph;
import weka.core.neural.lab.NeuronGraph.Column;
import weka.core.neural.lab.NeuronGraph.Connection;
import weka.core.neural.lab.NeuronMap;
import weka.gui.neural.lab.NeuronPlaces.Spot;

/** The drawing of a small network: neurons in columns, and lines whose width and colour are those of the weights. */
final class NeuronView extends ScrolledDrawing implements NeuronChoice {
  private static final long serialVersionUID = 1;
  /** Name of the property that changes when something else is chosen. */
  static final String CHOICE = "choice";
  private static final int COLUMN = 110;
  private static final int ROW = 13;
  private static final int ROW_WITH_NUMBERS = 36;
  private static final float SMALL = 0.85f;
  private static final int LONGEST_NAME = 24;
  private static final float THINNEST = 0.6f;
  private static final float THICKEST = 5;
  private static final float[] DASH = {6, 4};
  /** Lines that would take too long to be drawn smoothly, twenty times a second. */
  private static final int MANY = 250;
  private static final int RADIUS_FOR_TEXT = 14;
  private static final int COLUMN_OF_MAPS = 64;
  private static final int ROW_WITH_MAPS = 20;
  private static final int RADIUS_OF_MAPS = 26;

  private transient @Nullable NeuronText text;
  private transient @Nullable NeuronGraph graph;
  private transient float @Nullable [] weights;
  private transient @Nullable Backpropagation numbers;
  private transient @Nullable Spot spot;
  private transient @Nullable PlaneMaps maps;

  NeuronView(String name, String title) {
    super(name, title);
    setFocusable(true);
    ToolTipManager.sharedInstance().registerComponent(this);
    new NeuronKeys(this);
  }

  /** Draws another network. */
  void setNetwork(@Nullable NeuronGraph now, List<String> inputs, List<String> outputs) {
    graph = now;
    text = now == null ? null : new NeuronText(now, inputs, outputs);
    weights = null;
    numbers = null;
    spot = null;
    maps = null;
    revalidate();
    repaint();
  }

  /**
   * Draws other numbers.
   *
   * @param values a copy of all parameters; null if they are not known
   * @param row    what one row does in the network; null if that is not drawn
   */
  void setNumbers(float @Nullable [] values, @Nullable Backpropagation row) {
    boolean resizes = (row == null) != (numbers == null);
    weights = values;
    numbers = row;
    describe();
    if (resizes) {
      revalidate();
    }
    repaint();
  }

  /** Draws each neuron as a map of its output over a plane. */
  void setMaps(PlaneMaps now) {
    boolean resizes = maps == null;
    maps = now;
    if (resizes) {
      revalidate();
    }
    repaint();
  }

  @Nullable
  @Override
  public NeuronGraph graph() {
    return graph;
  }

  float @Nullable [] weights() {
    return weights;
  }

  /** What is chosen; null if nothing is. */
  @Nullable
  @Override
  public Spot spot() {
    return spot;
  }

  @Override
  public void choose(@Nullable Spot chosen) {
    Spot before = spot;
    spot = chosen;
    describe();
    firePropertyChange(CHOICE, before, chosen);
    repaint();
  }

  /** What a neuron is called. */
  String name(Spot neuron) {
    return text == null ? "" : text.name(neuron.column(), neuron.unit());
  }

  private void describe() {
    Spot now = spot;
    NeuronText words = text;
    getAccessibleContext().setAccessibleDescription(now == null || words == null ? null
        : words.describe(now, weights, numbers));
  }

  /** Where everything is at the drawing's size; null without a network. */
  @Nullable
  @Override
  public NeuronPlaces places() {
    NeuronGraph g = graph;
    if (g == null) {
      return null;
    }
    FontMetrics font = getFontMetrics(font());
    int last = g.columns().size() - 1;
    return new NeuronPlaces(g, margin(font, 0), getWidth() - margin(font, last), GAP + 3 * font.getHeight(),
        getHeight() - GAP - 2 * font.getHeight(), maps == null ? NeuronPlaces.LARGEST_RADIUS : RADIUS_OF_MAPS);
  }

  private int margin(FontMetrics font, int column) {
    NeuronGraph g = graph;
    int widest = 30;
    for (int u = 0; g != null && u < g.columns().get(column).units(); u++) {
      widest = Math.max(widest, font.stringWidth(end(column, u)));
    }
    return widest + 5 * GAP;
  }

  private String end(int column, int unit) {
    return text == null ? "" : Excerpt.of(text.shortEnd(column, unit), LONGEST_NAME);
  }

  @Override
  Dimension needed() {
    NeuronGraph g = graph;
    if (g == null) {
      return new Dimension(COLUMN, COLUMN);
    }
    FontMetrics font = getFontMetrics(font());
    int most = g.columns().stream().mapToInt(Column::units).max().orElse(1);
    return new Dimension(margin(font, 0) + margin(font, g.columns().size() - 1)
        + (maps == null ? COLUMN : COLUMN_OF_MAPS) * (g.columns().size() - 1),
        2 * GAP + 5 * font.getHeight()
            + (maps != null ? ROW_WITH_MAPS : numbers == null ? ROW : ROW_WITH_NUMBERS) * most);
  }

  @Override
  public @Nullable String getToolTipText(MouseEvent e) {
    NeuronPlaces places = places();
    Spot at = places == null ? null : places.at(e.getX(), e.getY());
    return at == null || text == null ? null : text.describe(at, weights, numbers) + range(at);
  }

  /** What a neuron puts out in the plane; empty for a line. */
  private String range(Spot at) {
    List<List<NeuronMap>> all = maps == null || at.line() != null ? null : maps.neurons();
    if (all == null || at.column() >= all.size()) {
      return "";
    }
    NeuronMap map = all.get(at.column()).get(at.unit());
    return String.format(Locale.ROOT, "; in the plane its output is from %.3g to %.3g", map.low(), map.high());
  }

  // ---- drawing

  @Override
  void draw(Graphics2D g) {
    NeuronPlaces places = places();
    NeuronGraph now = graph;
    if (places == null || now == null) {
      return;
    }
    g.setFont(font());
    boolean many = now.connections().size() > MANY;
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING,
        many ? RenderingHints.VALUE_ANTIALIAS_OFF : RenderingHints.VALUE_ANTIALIAS_ON);
    lines(g, now, places);
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    for (int c = 0; c < now.columns().size(); c++) {
      header(g, now, places, c);
      for (int u = 0; u < now.columns().get(c).units(); u++) {
        neuron(g, now, places, c, u);
      }
    }
    g.setColor(Palette.ink());
    legend(g);
  }

  /** What lines and neurons mean, below; in two lines where there is no room for one. */
  private void legend(Graphics2D g) {
    String lines =
        maps != null ? "line: weight, dashed below 0;" : "line: weight, orange above 0, blue and dashed below;";
    String nodes = maps != null ? "square: output, orange above 0, blue below"
        : numbers == null ? "neuron: bias" : "neuron: output over delta";
    FontMetrics font = g.getFontMetrics();
    int bottom = getHeight() - GAP - font.getDescent();
    String both = lines + " " + nodes;
    if (font.stringWidth(both) + 2 * GAP <= getWidth()) {
      g.drawString(both, GAP, bottom);
    } else {
      g.drawString(lines, GAP, bottom - font.getHeight());
      g.drawString(nodes, GAP, bottom);
    }
  }

  private void lines(Graphics2D g, NeuronGraph now, NeuronPlaces places) {
    float[] w = weights;
    double most = now.connections().stream().mapToDouble(c -> Math.abs(weight(w, c))).max().orElse(0);
    List<Connection> thinFirst = now.connections().stream()
        .sorted(Comparator.comparingDouble(c -> Math.abs(weight(w, c)))).toList();
    for (Connection line : thinFirst) {
      Line2D shape = places.line(line);
      double part = most > 0 ? weight(w, line) / most : 0;
      if (spot != null && line.equals(spot.line())) {
        g.setColor(Palette.series(1));
        g.setStroke(new BasicStroke(THICKEST + 4));
        g.draw(shape);
      }
      boolean known = w != null && line.parameter() >= 0 && Double.isFinite(part);
      g.setColor(known ? Palette.signed(Math.signum(part) * (0.35 + 0.65 * Math.abs(part))) : Palette.grid());
      float width = known ? THINNEST + (float) Math.abs(part) * (THICKEST - THINNEST) : 1;
      g.setStroke(new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1,
          known && part < 0 ? DASH : null, 0));
      g.draw(shape);
    }
  }

  private static double weight(float @Nullable [] weights, Connection line) {
    return weights == null || line.parameter() < 0 ? 0 : weights[line.parameter()];
  }

  private void neuron(Graphics2D g, NeuronGraph now, NeuronPlaces places, int c, int u) {
    Point2D at = places.neuron(c, u);
    double r = places.radius();
    RectangularShape circle = circle(at, r);
    Column column = now.columns().get(c);
    Backpropagation row = numbers;
    int bias = now.bias(c, u);
    double level = row != null ? row.outputs()[column.last()][u] : weights != null && bias >= 0 ? weights[bias] : 0;
    // Half of the colour at most, so that the text stays legible.
    g.setColor(Double.isFinite(level) ? Palette.signed(0.5 * Math.tanh(level)) : Palette.grid());
    g.fill(circle);
    if (maps != null && c < maps.pictures().size()) {
      g.drawImage(maps.pictures().get(c).get(u), (int) circle.getX(), (int) circle.getY(), (int) circle.getWidth(),
          (int) circle.getHeight(), null);
    }
    g.setColor(Palette.ink());
    g.setStroke(new BasicStroke(1));
    g.draw(circle);
    FontMetrics font = g.getFontMetrics();
    if (row != null && r >= RADIUS_FOR_TEXT) {
      g.setFont(font().deriveFont(SMALL * font().getSize2D()));
      centred(g, number(row.outputs()[column.last()][u]), at.getX(), at.getY() - 1);
      centred(g, number(row.deltas()[column.first()][u]), at.getX(), at.getY() + g.getFontMetrics().getAscent() - 1);
      g.setFont(font());
    }
    String end = end(c, u);
    if (!end.isEmpty()) {
      float x = (float) (c == 0 ? at.getX() - r - GAP - font.stringWidth(end) : at.getX() + r + GAP);
      g.drawString(end, x, (float) at.getY() + font.getAscent() / 2f - 1);
    }
    Spot chosen = spot;
    if (chosen != null && chosen.column() == c && chosen.unit() == u && chosen.line() == null) {
      g.setColor(Palette.series(1));
      g.setStroke(new BasicStroke(3));
      g.draw(circle(at, r + 4));
    }
  }

  /** A square for a map. */
  private RectangularShape circle(Point2D at, double r) {
    return maps != null
        ? new Rectangle2D.Double(Math.rint(at.getX() - r), Math.rint(at.getY() - r), Math.rint(2 * r), Math.rint(2 * r))
        : new Ellipse2D.Double(at.getX() - r, at.getY() - r, 2 * r, 2 * r);
  }

  private static void centred(Graphics2D g, String s, double x, double y) {
    g.drawString(s, (float) (x - g.getFontMetrics().stringWidth(s) / 2.0), (float) y);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.2f" : "%.0f", value);
  }

  /** The names of a column's layers, one below the other. */
  private void header(Graphics2D g, NeuronGraph now, NeuronPlaces places, int c) {
    Column column = now.columns().get(c);
    Color ink = Palette.ink();
    g.setColor(ink);
    FontMetrics font = g.getFontMetrics();
    String first = now.network().nodes().get(column.first()).name();
    String rest = column.nodes().stream().skip(1).map(k -> now.network().nodes().get(k).name())
        .collect(Collectors.joining(", "));
    centred(g, Excerpt.of(first, LONGEST_NAME), places.x(c), GAP + font.getAscent());
    centred(g, Excerpt.of(rest, LONGEST_NAME), places.x(c), GAP + font.getAscent() + font.getHeight());
  }
}
