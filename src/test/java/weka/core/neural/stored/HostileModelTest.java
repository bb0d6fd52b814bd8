package weka.core.neural.stored;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.InvalidClassException;
import java.io.InvalidObjectException;
import java.io.ObjectOutputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import weka.classifiers.functions.NeuralNet;
import weka.core.SerializedObject;

/** Bodies with a right checksum that hold what no scheme holds. */
class HostileModelTest {
  private static final String ADVICE = "; load a .model only from someone you trust";

  @Test
  void aForeignClassIsRefusedByName() throws Exception {
    for (Object foreign : List.of(new PriorityQueue<>(List.of(1)), new AtomicInteger[0], new HashSet<>(List.of(1)),
        new Properties(), new SerializedObject("text"))) {
      assertEquals("the model is refused: it names the class " + foreign.getClass().getName()
          + ", which no model of Ruru holds" + ADVICE, refusal(body(new ArrayList<>(List.of(foreign)))));
    }
    assertTrue(refusal(body(new StoredScheme(new NeuralNet()))).contains("StoredScheme"));
  }

  @Test
  void aProxyIsRefused() throws Exception {
    Object proxy = Proxy.newProxyInstance(HostileModelTest.class.getClassLoader(), new Class<?>[] {Runnable.class},
        (InvocationHandler & java.io.Serializable) (p, method, arguments) -> null);
    assertTrue(refusal(body(proxy)).startsWith("the model is refused: it names the class java.lang.Runnable"));
  }

  @Test
  void whatIsNoSchemeIsRefused() throws Exception {
    assertEquals("the model holds no scheme of Ruru" + ADVICE, refusal(body("text")));
    assertEquals("the model holds no scheme of Ruru" + ADVICE, refusal(body(null)));
  }

  @Test
  void aLengthThatLiesCostsNoMemory() throws Exception {
    byte[] body = body(new double[] {1, 2, 3});
    ByteBuffer.wrap(body).putInt(body.length - 3 * Double.BYTES - Integer.BYTES, Integer.MAX_VALUE - 8);
    assertEquals("the model is refused: its arrays should have 17179869112 bytes, the body has " + body.length + ADVICE,
        refusal(body));
  }

  @Test
  void manyLengthsThatLieCostNoMemory() throws Exception {
    Object nested = new Object[0];
    for (int i = 0; i < 100; i++) {
      nested = new Object[] {nested};
    }
    byte[] body = body(nested);
    ByteBuffer bytes = ByteBuffer.wrap(body);
    for (int at = 0; at + 6 < body.length; at++) {
      // An array of a class that is known by its handle, with one element.
      if (body[at] == 0x75 && body[at + 1] == 0x71 && bytes.getInt(at + 6) == 1) {
        bytes.putInt(at + 6, 50_000);
      }
    }
    assertTrue(refusal(body).startsWith("the model is refused: its arrays should have"), refusal(body));
  }

  @Test
  void deepNestingIsRefused() throws Exception {
    List<Object> nested = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      nested = new ArrayList<>(List.of(nested));
    }
    assertEquals("the model is refused: its objects are nested more than 200 deep" + ADVICE, refusal(body(nested)));
  }

  /** Lists in lists as keys of a table take twice the time for each level to be hashed. */
  @Test
  void aTableOfListsIsRefusedAtOnce() throws Exception {
    List<Object> nested = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      nested = new ArrayList<>(List.of(nested, nested));
    }
    assertEquals("the model is refused: a table in it holds more than texts, relations and whole numbers",
        refusal(body(new StoredTable(StoredTable.Kind.HASHTABLE, new Object[] {nested}, new Object[] {1}))));
  }

  @Test
  void whatDoesNotFitTogetherIsToldInWords() throws Exception {
    byte[] body = body(new NeuralNet());
    int at = new String(body, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("trace");
    body[at] = 'T';
    assertTrue(BodyInput.scheme(body) instanceof NeuralNet);
    body[at - 3] = 'D';
    assertTrue(refusal(body).startsWith("the model"), refusal(body));
  }

  @Test
  void whatCouldNotBeReadBackIsNotWritten() {
    assertThrows(InvalidClassException.class,
        () -> new BodyOutput(new ByteArrayOutputStream()).writeObject(new PriorityQueue<>(List.of(1))));
  }

  private static byte[] body(Object object) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = object instanceof NeuralNet ? new BodyOutput(bytes) : new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }

  private static String refusal(byte[] body) {
    return assertThrows(InvalidObjectException.class, () -> BodyInput.scheme(body)).getMessage();
  }
}
