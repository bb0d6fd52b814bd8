package weka.core.neural.watch;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import ruru.nn.Network;

/** Those who wait for a copy of a network's parameters, which only the training's thread can make without a tear. */
final class WeightRequests {
  private final Queue<CompletableFuture<float[]>> waiting = new ConcurrentLinkedQueue<>();

  CompletableFuture<float[]> add() {
    CompletableFuture<float[]> made = new CompletableFuture<>();
    waiting.add(made);
    return made;
  }

  /** For the training's thread, between two updates: all get the same copy. */
  void answer(Network network) {
    if (waiting.isEmpty()) {
      return;
    }
    float[] copy = network.values().clone();
    for (CompletableFuture<float[]> next = waiting.poll(); next != null; next = waiting.poll()) {
      next.complete(copy);
    }
  }
}
