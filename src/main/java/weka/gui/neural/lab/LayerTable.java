package weka.gui.neural.lab;

import java.awt.Dimension;
import java.util.Locale;
import javax.swing.JTable;
import javax.swing.table.DefaultTableModel;
import org.jspecify.annotations.Nullable;
import ruru.nn.Description;
import ruru.nn.Network;

/** A network's layers as a table: name, output, parameters, and what the layer does. */
final class LayerTable extends JTable {
  private static final long serialVersionUID = 1;
  private static final String[] COLUMNS = {"layer", "output", "parameters", "what it does"};
  private static final int[] WIDTHS = {80, 80, 80, 320};

  private final transient DefaultTableModel rows = new DefaultTableModel(COLUMNS, 0) {
    private static final long serialVersionUID = 1;

    @Override
    public boolean isCellEditable(int row, int column) {
      return false;
    }
  };

  LayerTable() {
    setName("layer table");
    getAccessibleContext().setAccessibleName("layers of the network");
    setModel(rows);
    setPreferredScrollableViewportSize(new Dimension(320, 120));
    for (int i = 0; i < WIDTHS.length; i++) {
      getColumnModel().getColumn(i).setPreferredWidth(WIDTHS[i]);
    }
  }

  /** Shows a network; null for none. */
  void show(@Nullable Network network) {
    rows.setRowCount(0);
    if (network == null) {
      return;
    }
    long sum = 0;
    for (int k = 0; k < network.nodes().size(); k++) {
      Network.Node node = network.nodes().get(k);
      long parameters = BoxView.parameters(node);
      sum += parameters;
      Description about = BoxView.about(network, k);
      rows.addRow(new Object[] {node.name(), node.shape().toString(), count(parameters),
          about == null ? "" : about.value()});
    }
    rows.addRow(new Object[] {"all", "", count(sum), ""});
  }

  private static String count(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }
}
