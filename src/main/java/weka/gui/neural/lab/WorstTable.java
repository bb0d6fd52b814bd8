package weka.gui.neural.lab;

import java.awt.BorderLayout;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JSplitPane;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import org.jspecify.annotations.Nullable;
import ruru.nn.text.Excerpt;
import weka.core.Instances;
import weka.core.neural.lab.images.WorstRow;

/** The rows that are predicted worst as a table, with all values of the one that is chosen. */
final class WorstTable extends JPanel {
  private static final long serialVersionUID = 1;
  private static final int LONGEST = 40;
  private static final double TABLE_PART = 0.6;

  /** An attribute of the chosen row. */
  private record Value(String attribute, String value) {}

  private final transient Rows rows = new Rows();
  private final transient RowsModel<Value> values = new RowsModel<>("attribute", "value") {
    private static final long serialVersionUID = 1;

    @Override
    String cell(Value row, int column) {
      return column == 0 ? row.attribute() : row.value();
    }
  };
  private final JTable table = new JTable(rows);
  private final JTable detail = new JTable(values);
  private final JLabel caption = new JLabel(" ");
  private final transient Consumer<String> say;
  private transient @Nullable Instances data;
  private int chosen = -1;
  private boolean fills;

  /** @param say receives what is chosen */
  WorstTable(Consumer<String> say) {
    super(new BorderLayout());
    this.say = say;
    table.setName("worst rows");
    table.getAccessibleContext().setAccessibleName("rows by loss, the worst first");
    table.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    table.getSelectionModel().addListSelectionListener(e -> selected());
    detail.setName("row detail");
    detail.getAccessibleContext().setAccessibleName("values of the chosen row");
    JSplitPane split = new JSplitPane(JSplitPane.VERTICAL_SPLIT, new JScrollPane(table), new JScrollPane(detail));
    split.setResizeWeight(TABLE_PART);
    caption.setName("worst rows caption");
    caption.setBorder(BorderFactory.createEmptyBorder(2, 6, 2, 6));
    add(caption, BorderLayout.NORTH);
    add(split, BorderLayout.CENTER);
  }

  private static final class Rows extends RowsModel<WorstRow> {
    private static final long serialVersionUID = 1;

    private transient @Nullable ImageSubject subject;

    Rows() {
      super("row", "actual", "predicted", "probability", "loss");
    }

    @Override
    String cell(WorstRow row, int column) {
      return switch (column) {
        case 0 -> Integer.toString(row.row() + 1);
        case 1 -> value(row.actual());
        case 2 -> value(row.predicted());
        case 3 -> Double.isNaN(row.probability()) ? "" : String.format(Locale.ROOT, "%.3f", row.probability());
        default -> String.format(Locale.ROOT, "%.4g", row.loss());
      };
    }

    private String value(double v) {
      ImageSubject now = subject;
      return now == null || now.classes().isEmpty() ? String.format(Locale.ROOT, "%.5g", v)
          : Excerpt.of(now.classes().get((int) v), LONGEST);
    }

    @Override
    public String getColumnName(int column) {
      return column == 4 && subject != null && subject.classes().isEmpty() ? "error" : super.getColumnName(column);
    }
  }

  /** @param worst all rows, the worst first */
  void show(ImageSubject subject, List<WorstRow> worst, String title) {
    caption.setText(title);
    boolean isNew = rows.subject != subject;
    rows.subject = subject;
    fills = true;
    rows.set(worst);
    if (isNew) {
      rows.fireTableStructureChanged();
      chosen = -1;
    }
    data = subject.rows().rows();
    int at = IntStream.range(0, worst.size()).filter(i -> worst.get(i).row() == chosen).findFirst().orElse(-1);
    if (at >= 0) {
      table.setRowSelectionInterval(at, at);
    } else {
      table.clearSelection();
      values.set(List.of());
    }
    fills = false;
  }

  private void selected() {
    int at = table.getSelectedRow();
    Instances all = data;
    if (fills || at < 0 || all == null) {
      return;
    }
    chosen = rows.row(at).row();
    values.set(IntStream.range(0, all.numAttributes())
        .mapToObj(a -> new Value(Excerpt.of(all.attribute(a).name(), LONGEST),
            Excerpt.of(all.get(chosen).toString(a), 10 * LONGEST)))
        .toList());
    say.accept("row " + (chosen + 1) + ": loss " + rows.cell(rows.row(at), 4));
  }

  /** For a picture: the header and the rows. */
  List<JComponent> parts() {
    return List.of(table.getTableHeader(), table);
  }
}
