package ruru.nn.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ruru.nn.Layer;
import ruru.nn.NamedLayer;
import ruru.nn.Network;
import ruru.nn.Sample;
import ruru.nn.Samples;
import ruru.nn.Shape;
import ruru.nn.Usage;
import ruru.nn.layers.Tied;
import ruru.nn.layers.Unpool;

/** The shapes that the help prints are those that the layers have, in the examples and in the table of samples. */
class LayerHelpTest {
  private static final Pattern LINES =
      Pattern.compile("    Shapes: (.+)\n    Example: '(.+)' turns \\[(.+)\\] into (\\[.+\\])\n");

  private record Form(String shapes, String layers, Shape input, String output) {
    Network network() {
      return new Network(input, Sample.OUTPUTS, NetworkText.parse(layers));
    }
  }

  private static List<String> names() {
    return Catalog.LAYERS.names();
  }

  private static List<Form> forms(Class<?> layer) {
    List<Form> forms = new ArrayList<>();
    Matcher lines = LINES.matcher(Help.of(layer));
    while (lines.find()) {
      forms.add(new Form(lines.group(1), lines.group(2), Shape.parse(lines.group(3).replace(", ", "x")),
          lines.group(4)));
    }
    return forms;
  }

  /** Whether the shapes of a node are as the form says. */
  private static boolean fits(String form, Network network, int node) {
    Network.Node n = network.nodes().get(node);
    List<Shape> in = Arrays.stream(n.inputs()).mapToObj(i -> network.nodes().get(i).shape()).toList();
    return new ShapeForm(form, (Record) network.steps().get(n.step()).layer(), network.outputs()).fits(in, n.shape());
  }

  @ParameterizedTest
  @MethodSource("names")
  void theExamplesHaveTheShapesThatAreShown(String name) {
    Class<? extends Layer> layer = Catalog.LAYERS.get(name);
    assertFalse(forms(layer).isEmpty(), () -> Help.of(layer));
    for (Form form : forms(layer)) {
      Network network = form.network();
      assertEquals(form.output, network.outputShape().toString(), form.layers);
      int last = lastNode(network, layer);
      assertTrue(fits(form.shapes, network, last), () -> form.layers + " is not " + form.shapes + " but gives "
          + network.nodes().get(last).shape());
    }
  }

  private static int lastNode(Network network, Class<?> layer) {
    List<NamedLayer> steps = network.steps();
    for (int k = network.nodes().size() - 1; k > 0; k--) {
      if (steps.get(network.nodes().get(k).step()).layer().getClass() == layer) {
        return k;
      }
    }
    throw new AssertionError("the example has no " + layer);
  }

  /** A joining layer may have more inputs than its form shows. */
  @Test
  void everySampleIsOfAFormThatIsShown() {
    for (Sample sample : Samples.layers()) {
      Network network = sample.network();
      List<String> shapes = forms(sample.layer()).stream().map(Form::shapes).toList();
      for (int node : sample.nodes(network)) {
        assertTrue(shapes.stream().anyMatch(s -> fits(s, network, node)), () -> sample + ", node " + node + ": "
            + shapes + ", but it gives " + network.nodes().get(node).shape());
      }
    }
  }

  /** A size that stands on the right alone is marked by a prime, or it is one of the layer that is undone. */
  @ParameterizedTest
  @MethodSource("names")
  void everySizeIsExplained(String name) {
    Class<? extends Layer> layer = Catalog.LAYERS.get(name);
    Set<String> known = new HashSet<>(Set.of("outputs"));
    Arrays.stream(layer.getRecordComponents()).forEach(c -> known.add(c.getName()));
    for (Form form : forms(layer)) {
      String[] sides = form.shapes.split(" -> ");
      Set<String> given = new HashSet<>(ShapeForm.names(sides[0]));
      given.addAll(known);
      for (String size : ShapeForm.names(sides[1])) {
        assertTrue(given.contains(size) || size.endsWith("'") || layer == Tied.class || layer == Unpool.class,
            () -> name + ": what is " + size + "?");
      }
    }
  }

  @Test
  void everyLayerIsOfOneKind() {
    List<String> all = Arrays.stream(Usage.Kind.values()).flatMap(kind -> LayerHelp.names(kind).stream()).sorted()
        .toList();
    assertEquals(names(), all);
  }
}
