package weka.core.neural.stored;

import java.io.Serializable;
import weka.core.Queue;

/** The rows that wait in a filter to be fetched: Weka holds them as a chain, each nested in the one before. */
record WaitingRows(Object[] rows) implements Serializable {
  private static final long serialVersionUID = 1;

  static WaitingRows of(Queue queue) {
    synchronized (queue) {
      Object[] rows = new Object[queue.size()];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = queue.pop();
        queue.push(rows[i]);
      }
      return new WaitingRows(rows);
    }
  }

  Queue queue() {
    Queue queue = new Queue();
    for (Object row : rows) {
      queue.push(row);
    }
    return queue;
  }
}
