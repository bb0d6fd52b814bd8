package weka.gui.neural.lab;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.event.MouseEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.swing.BorderFactory;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.SwingConstants;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.JTableHeader;
import org.jspecify.annotations.Nullable;
import weka.core.neural.perceptron.PerceptronExercise;
import weka.core.neural.perceptron.PerceptronRow;
import weka.core.neural.perceptron.PerceptronWeights;

/** The perceptron rule step by step: the table that one fills in by hand, beside the line that moves. */
final class PerceptronView extends JPanel {
  private static final long serialVersionUID = 1;
  private static final String[] NAMES = {"OR", "AND", "NAND", "XOR", "Six points", "own rows"};
  private static final String[] ROWS = {"0 0 0; 0 1 1; 1 0 1; 1 1 1", "0 0 0; 0 1 0; 1 0 0; 1 1 1",
      "0 0 1; 0 1 1; 1 0 1; 1 1 0", "0 0 0; 0 1 1; 1 0 1; 1 1 0", "1 4 1; 2 1 0; 2 3 1; 4 2 0; 3 5 1; 5 4 0"};
  private static final int COLUMN = 48;
  /** Columns of short numbers, the first ones. */
  private static final int NARROW = 5;
  private static final int WEIGHT = 4;
  /** Between the names of two columns. */
  private static final int MARGIN = 6;
  private static final float HEADER = 0.9f;

  private final JComboBox<String> examples = new JComboBox<>(NAMES);
  private final JTextField rows = field("perceptron rows", 20, ROWS[0],
      "x1, x2 and the desired output of each row; a click into the drawing adds one");
  private final JTextField rate = field("perceptron rate", WEIGHT, "1", "How much an error changes the weights");
  private final JTextField bias = field("perceptron w0", WEIGHT, "1", "Initial weight of the bias input, which is 1");
  private final JTextField first = field("perceptron w1", WEIGHT, "0.5", "Initial weight of x1");
  private final JTextField second = field("perceptron w2", WEIGHT, "0.5", "Initial weight of x2");
  private final PerceptronLines lines = new PerceptronLines();
  private final JTable table = new JTable(lines) {
    private static final long serialVersionUID = 1;

    /** It fills the width, but scrolls before a name is cut off. */
    @Override
    public boolean getScrollableTracksViewportWidth() {
      return getParent() == null || getPreferredSize().width <= getParent().getWidth();
    }

    @Override
    protected JTableHeader createDefaultTableHeader() {
      return new JTableHeader(columnModel) {
        private static final long serialVersionUID = 1;

        @Override
        public @Nullable String getToolTipText(MouseEvent e) {
          int column = columnAtPoint(e.getPoint());
          return column < 0 ? null : PerceptronLines.tip(convertColumnIndexToModel(column));
        }
      };
    }
  };
  private final JTextArea verdict = new JTextArea(3, 0);
  private final PerceptronDrawing drawing = new PerceptronDrawing(this::add);
  private transient @Nullable PerceptronExercise exercise;
  /** What was in the fields when the exercise was made. */
  private transient List<String> made = List.of();
  private boolean silent;

  PerceptronView() {
    super(new BorderLayout(0, 4));
    examples.setName("perceptron example");
    examples.setToolTipText("Rows to learn; XOR is the one that a perceptron cannot");
    examples.addActionListener(e -> {
      if (!silent && examples.getSelectedIndex() < ROWS.length) {
        rows.setText(ROWS[examples.getSelectedIndex()]);
        reset();
      }
    });
    for (JTextField f : List.of(rows, rate, bias, first, second)) {
      f.addActionListener(e -> reset());
    }
    add(new WrappingPanel(pair("Rows", 'O', examples), pair("x1 x2 desired", 'X', rows), pair("Rate", 'A', rate),
        pair("Initial w0", 'I', bias), pair("w1", '\0', first), pair("w2", '\0', second),
        Components.button("perceptron next", "Next step", 'N', "Present the next row, and change the weights",
            this::next),
        Components.button("perceptron run", "Run", 'R', "Make all steps until it ends, or is known never to",
            this::run),
        Components.button("perceptron reset", "Reset", 'S', "Begin again with the initial weights", this::reset)),
        BorderLayout.NORTH);
    table.setName("perceptron table");
    table.getAccessibleContext().setAccessibleName("steps of the perceptron rule");
    table.setFillsViewportHeight(true);
    table.setDefaultRenderer(Object.class, new Cells());
    JTableHeader header = table.getTableHeader();
    header.setFont(header.getFont().deriveFont(Font.PLAIN, HEADER * header.getFont().getSize2D()));
    for (int c = 0; c < table.getColumnCount(); c++) {
      int name =
          header.getDefaultRenderer().getTableCellRendererComponent(table, table.getColumnName(c), false, false, -1,
              c).getPreferredSize().width;
      table.getColumnModel().getColumn(c).setPreferredWidth(Math.max(c < NARROW ? 0 : COLUMN, name + MARGIN));
    }
    header.setPreferredSize(new Dimension(0, 2 * header.getFontMetrics(header.getFont()).getHeight() + 6));
    verdict.setName("perceptron verdict");
    verdict.getAccessibleContext().setAccessibleName("how it stands");
    verdict.setEditable(false);
    verdict.setLineWrap(true);
    verdict.setWrapStyleWord(true);
    verdict.setBorder(BorderFactory.createEmptyBorder(2, 6, 4, 6));
    JScrollPane scrolled = new JScrollPane(table);
    scrolled.setPreferredSize(new Dimension(480, 200));
    JSplitPane split = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, scrolled, drawing);
    split.setResizeWeight(0.65);
    add(split, BorderLayout.CENTER);
    add(verdict, BorderLayout.SOUTH);
    reset();
  }

  private static JTextField field(String name, int columns, String text, String tip) {
    JTextField field = new JTextField(text, columns);
    field.setName(name);
    field.setToolTipText(tip);
    return field;
  }

  private static JPanel pair(String label, char mnemonic, Component field) {
    return Components.together(Components.label(label, mnemonic, field), field);
  }

  private void reset() {
    silent = true;
    int known = Arrays.asList(ROWS).indexOf(rows.getText().trim());
    examples.setSelectedIndex(known < 0 ? ROWS.length : known);
    silent = false;
    made = typed();
    try {
      exercise = new PerceptronExercise(PerceptronRow.parse(rows.getText()),
          PerceptronRow.number("rate", rate.getText()),
          new PerceptronWeights(PerceptronRow.number("w0", bias.getText()), PerceptronRow.number("w1", first.getText()),
              PerceptronRow.number("w2", second.getText())));
      show(exercise);
    } catch (IllegalArgumentException e) {
      exercise = null;
      lines.show(List.of());
      verdict.setText(String.valueOf(e.getMessage()));
    }
  }

  private List<String> typed() {
    return Stream.of(rows, rate, bias, first, second).map(JTextField::getText).toList();
  }

  /** Not everybody presses Enter after typing. */
  private void read() {
    if (exercise == null || !made.equals(typed())) {
      reset();
    }
  }

  private void next() {
    read();
    if (exercise != null) {
      exercise.next();
      show(exercise);
    }
  }

  private void run() {
    read();
    if (exercise != null) {
      exercise.run();
      show(exercise);
    }
  }

  /** A row that was clicked into the drawing. */
  private void add(double[] at, int desired) {
    String text = rows.getText().trim();
    rows.setText(text + (text.isEmpty() || text.endsWith(";") ? "" : "; ")
        + String.format(Locale.ROOT, "%.1f %.1f %d", at[0], at[1], desired));
    reset();
  }

  private void show(PerceptronExercise now) {
    lines.show(now.steps());
    drawing.show(now);
    verdict.setText(now.verdict());
    if (lines.getRowCount() > 0) {
      int last = lines.getRowCount() - 1;
      table.getSelectionModel().setSelectionInterval(last, last);
      table.scrollRectToVisible(table.getCellRect(last, 0, true));
    }
  }

  /** Numbers to the right; a line with an error is bold. */
  private final class Cells extends DefaultTableCellRenderer {
    private static final long serialVersionUID = 1;

    @Override
    public Component getTableCellRendererComponent(JTable of, Object value, boolean selected, boolean focused, int line,
        int column) {
      super.getTableCellRendererComponent(of, value, selected, focused, line, column);
      setHorizontalAlignment(SwingConstants.RIGHT);
      var step = lines.step(line);
      if (step != null && step.error() != 0) {
        setFont(getFont().deriveFont(Font.BOLD));
      }
      return this;
    }
  }
}
