package weka.gui.neural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.beans.Introspector;
import java.beans.PropertyDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.swing.JComboBox;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import weka.classifiers.functions.NeuralNet;
import weka.clusterers.NeuralClusterer;
import weka.core.neural.Effort;
import weka.gui.GenericObjectEditor;
import weka.gui.PropertySheetPanel;

/** Weka's property sheet with our editors in it, without a window: its parts are made without a display, too. */
class SheetTest {
  /**
   * On a screen of 1024 x 768: what the dialog adds to the sheet (the class's name above, buttons below), the window's
   * own frame and a task bar take the rest.
   */
  private static final int HIGHEST = 590;
  private static final int WIDEST = 600;

  private static PropertySheetPanel sheet(Object bean, String group) {
    GenericObjectEditor.registerEditors();
    PropertySheetPanel sheet = new PropertySheetPanel();
    sheet.setPropertyGroupingCategory(group);
    sheet.setTarget(bean);
    return sheet;
  }

  /** The caret goes on with what is typed on that thread alone. */
  private static void onEventThread(Runnable typing) throws Exception {
    FutureTask<Void> task = new FutureTask<>(typing, null);
    SwingUtilities.invokeLater(task);
    task.get();
  }

  static Stream<Supplier<?>> all() {
    return Beans.all();
  }

  static Stream<Supplier<?>> schemes() {
    return Beans.SCHEMES.stream();
  }

  @ParameterizedTest
  @MethodSource("all")
  void fitsASmallScreen(Supplier<?> fresh) {
    Object bean = fresh.get();
    Set<String> groups = new TreeSet<>(Set.of(""));
    for (PropertyDescriptor p : Beans.descriptors(bean.getClass(), Introspector.USE_ALL_BEANINFO)) {
      groups.add(p.getReadMethod() == null ? "" : Beans.group(p));
    }
    for (String group : groups) {
      var size = sheet(bean, group).getPreferredSize();
      assertTrue(size.height <= HIGHEST && size.width <= WIDEST, bean.getClass() + " " + group + ": " + size);
    }
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void aBeginnerFindsTheLayersWithoutLookingIntoAGroup(Supplier<?> fresh) {
    text(sheet(fresh.get(), ""), "layers");
    assertFalse(sheet(fresh.get(), "").editableProperties() > 12);
  }

  @Test
  void layersAreTypedKeyByKey() throws Exception {
    onEventThread(this::typeLayers);
  }

  private void typeLayers() {
    NeuralNet net = new NeuralNet();
    PropertySheetPanel sheet = sheet(net, "");
    JTextComponent layers = text(sheet, "layers");
    assertEquals("auto", layers.getText());
    layers.selectAll();
    List<String> values = new ArrayList<>();
    for (char key : "dense 64 relu, dropout 0.2".toCharArray()) {
      layers.replaceSelection(String.valueOf(key));
      values.add(net.getLayers());
      assertTrue(remark(sheet, "layers").startsWith(net.getLayers().equals(layers.getText().trim()) ? "Accepted: "
          : "Not accepted; the value is still '" + net.getLayers()), layers.getText() + ": " + remark(sheet, "layers"));
    }
    assertEquals("dense 64 relu, dropout 0.2", layers.getText());
    assertEquals("dense 64 relu, dropout 0.2", net.getLayers());
    // On the way there is what can stand for itself, and nothing else.
    assertEquals(List.of("auto", "dense 6", "dense 64", "dense 64 relu", "dense 64 relu, dropout",
        "dense 64 relu, dropout 0", "dense 64 relu, dropout 0.", "dense 64 relu, dropout 0.2"),
        values.stream().distinct().toList());
    assertEquals("Accepted: 2 steps: dense 64 relu, dropout 0.2", remark(sheet, "layers"));
  }

  /** To select all and to type is one edit, not an empty text, which would mean "no hidden layers", and a wrong one. */
  @Test
  void aReplacedTextCountsWhenItIsComplete() {
    NeuralNet net = new NeuralNet();
    net.setLayers("dense 8 tanh");
    PropertySheetPanel sheet = sheet(net, "");
    JTextComponent layers = text(sheet, "layers");
    layers.selectAll();
    layers.replaceSelection("dens");
    assertEquals("dense 8 tanh", net.getLayers());
    layers.setText("dense 4 rel");
    assertEquals("dense 8 tanh", net.getLayers());
    layers.setText("");
    assertEquals("output", net.getLayers());
    assertEquals("Accepted: no hidden layer", remark(sheet, "layers"));
  }

  @Test
  void aWrongTextSaysWhatAndWhereAndWhatStays() {
    NeuralNet net = new NeuralNet();
    PropertySheetPanel sheet = sheet(net, "");
    text(sheet, "layers").setText("dense 64 relu, maxot 4");
    String said = remark(sheet, "layers");
    assertTrue(said.startsWith("Not accepted; the value is still 'auto': step 2 'maxot 4': "), said);
    assertTrue(said.contains("did you mean 'maxout'?"), said);
    text(sheet, "epochs").setText("ten");
    assertTrue(remark(sheet, "epochs").startsWith("Not accepted; the value is still 'auto': epochs: expected a whole "
        + "number"),
        remark(sheet, "epochs"));
    assertEquals("auto", net.getEpochs());
  }

  /** The right beginning of a wrong text was never meant. */
  @Test
  void aWrongTextLeavesTheValueThatStoodBefore() throws Exception {
    onEventThread(this::typeWrongLayers);
  }

  private void typeWrongLayers() {
    NeuralNet net = new NeuralNet();
    PropertySheetPanel sheet = sheet(net, "");
    JTextComponent layers = text(sheet, "layers");
    layers.setText("");
    for (String key : "dense 64 relu, dropuot 0.2".split("")) {
      layers.replaceSelection(key);
    }
    assertEquals("auto", net.getLayers());
    assertTrue(remark(sheet, "layers").startsWith("Not accepted; the value is still 'auto': step 2 'dropuot"),
        remark(sheet, "layers"));
    layers.setText("dense 64 relu");
    assertEquals("dense 64 relu", net.getLayers());
    leave(layers);
    layers.setText("dense 64 relu, ");
    assertEquals("dense 64 relu", net.getLayers());
  }

  /** As if another field got the focus. */
  private static void leave(JTextComponent field) {
    for (FocusListener listener : field.getFocusListeners()) {
      listener.focusLost(new FocusEvent(field, FocusEvent.FOCUS_LOST));
    }
  }

  @Test
  void layersThatAreOnlyLinearAreSaidToBe() {
    PropertySheetPanel sheet = sheet(new NeuralNet(), "");
    text(sheet, "layers").setText("dense 32, dense 32");
    assertTrue(remark(sheet, "layers").startsWith("Accepted: The hidden layers form a single linear function"),
        remark(sheet, "layers"));
    text(sheet, "layers").setText("dense 32 relu, dense 32");
    assertFalse(remark(sheet, "layers").contains("linear"), remark(sheet, "layers"));
  }

  @Test
  void clustersCanBeEmptyOnTheWayToAnotherNumber() throws Exception {
    onEventThread(this::typeClusters);
  }

  private void typeClusters() {
    NeuralClusterer clusterer = new NeuralClusterer();
    PropertySheetPanel sheet = sheet(clusterer, "");
    JTextComponent clusters = text(sheet, "clusters");
    clusters.selectAll();
    clusters.replaceSelection("");
    assertEquals("2", clusterer.getClusters());
    assertTrue(remark(sheet, "clusters").startsWith("Not accepted; the value is still '2': clusters: expected a "
        + "number"));
    for (String key : List.of("3", "-", "8")) {
      clusters.replaceSelection(key);
    }
    assertEquals("3-8", clusterer.getClusters());
  }

  @Test
  void aSuggestionIsChosenFromTheList() {
    NeuralNet net = new NeuralNet();
    JComboBox<?> losses = find(sheet(net, "Training"), JComboBox.class, "loss");
    losses.setSelectedItem("huber");
    assertEquals("huber", net.getLoss());
    for (int i = 0; i < losses.getItemCount(); i++) {
      assertFalse(losses.getItemAt(i).equals("reconstruction"), "a loss for autoencoders");
      losses.setSelectedIndex(i);
      assertEquals(losses.getItemAt(i), net.getLoss());
    }
  }

  /** What the list held before counts again after something else was typed. */
  @Test
  void theSameSuggestionIsChosenAgain() {
    NeuralNet net = new NeuralNet();
    PropertySheetPanel sheet = sheet(net, "");
    text(sheet, "layers").setText("dense 4 tanh");
    find(sheet, JComboBox.class, "layers").setSelectedIndex(0);
    assertEquals("auto", text(sheet, "layers").getText());
    assertEquals("auto", net.getLayers());
  }

  @Test
  void allSuggestionsAreRight() {
    Beans.properties().forEach(a -> {
      Supplier<?> fresh = (Supplier<?>) a.get()[1];
      PropertyDescriptor p = (PropertyDescriptor) a.get()[2];
      JComboBox<?> choice = find(sheet(fresh.get(), Beans.group(p)), JComboBox.class, p.getName());
      if (choice == null || !choice.isEditable()) {
        return;
      }
      for (int i = 0; i < choice.getItemCount(); i++) {
        String suggestion = (String) choice.getItemAt(i);
        choice.setSelectedItem("no such thing, 1.2.3");
        choice.setSelectedIndex(i);
        assertTrue(remarkBelow(choice).startsWith("Accepted"), a.get()[0] + " '" + suggestion + "': "
            + remarkBelow(choice));
      }
    });
  }

  @Test
  void closedChoicesAreWrittenAsOnTheCommandLine() {
    NeuralNet net = new NeuralNet();
    ChoiceEditor editor = new ChoiceEditor();
    editor.setValue(net.getEffort());
    assertEquals(List.of("fast", "normal", "best"), List.of(editor.getTags()));
    editor.setAsText("best");
    assertEquals(Effort.BEST, editor.getValue());
    assertFalse(((JComboBox<?>) editor.getCustomEditor()).isEditable());
    ((JComboBox<?>) editor.getCustomEditor()).setSelectedIndex(0);
    assertEquals(Effort.FAST, editor.getValue());
  }

  @Test
  void theTipIsShownOverTheFieldToo() {
    PropertySheetPanel sheet = sheet(new NeuralNet(), "");
    assertTrue(text(sheet, "layers").getToolTipText().startsWith("The hidden layers, separated by commas"));
  }

  private static JTextComponent text(Container sheet, String property) {
    JTextComponent found = find(sheet, JTextComponent.class, property);
    assertTrue(found != null, "no field for " + property);
    return found;
  }

  private static String remark(Container sheet, String property) {
    return remarkBelow(find(sheet, JComboBox.class, property));
  }

  private static String remarkBelow(Component choice) {
    return find(choice.getParent().getParent(), Remark.class, null).getText();
  }

  private static <T extends Component> T find(Container in, Class<T> type, String name) {
    for (Component c : in.getComponents()) {
      if (type.isInstance(c) && (name == null || name.equals(c.getName()))) {
        return type.cast(c);
      }
      T found = c instanceof Container inner ? find(inner, type, name) : null;
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
