package weka.core.neural.run;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C and kill, while a command trains its model: the first one interrupts the training, so that it can end in order
 * and the command write what was learnt; the second one ends the process at once. A scheme around the one that trains
 * may need more trainings than this one for its model: then there is none. When the command is through, its exit
 * status is the one of a process that was ended by the signal.
 *
 * <p>Only the first training of a process is guarded. A later one is a fold of a cross-validation or the like, whose
 * model nobody keeps; the model itself is already written then.
 *
 * <p>{@code sun.misc.Signal} is the only way to hear a signal without ending; it is called by reflection, since the
 * compiler warns of it and a JVM may lack it, or be told to leave signals alone ({@code -Xrs}). Then a signal ends the
 * process as it does any other.
 */
final class CommandSignals {
  private static final String[] NAMES = {"INT", "TERM", "HUP"};
  /** A process that a signal ended has this exit status plus the signal's number. */
  private static final int ENDED_BY = 128;

  private static boolean used;
  private static @Nullable CommandSignals caught;

  private final Thread training = Thread.currentThread();
  private final Progress progress;
  private final boolean isPart;
  private final StopRequest request = StopRequest.listen();
  private final Map<Object, Object> before = new HashMap<>();
  private int number;

  private CommandSignals(Progress progress, boolean isPart) {
    this.progress = progress;
    this.isPart = isPart;
  }

  /**
   * Begins to listen if this is the first training of a command; null if not.
   *
   * @param scheme that trains
   */
  static synchronized @Nullable CommandSignals listen(Progress progress, Class<?> scheme) {
    if (used || !Caller.isCommandLine()) {
      return null;
    }
    used = true;
    CommandSignals signals = new CommandSignals(progress, Caller.isScheme(scheme));
    for (String name : NAMES) {
      signals.handle(name);
    }
    return signals;
  }

  private void handle(String name) {
    try {
      Class<?> type = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object signal = type.getConstructor(String.class).newInstance(name);
      Object ours = Proxy.newProxyInstance(CommandSignals.class.getClassLoader(), new Class<?>[] {handler},
          (proxy, method, arguments) -> switch (method.getName()) {
            case "handle" -> {
              heard(name, (Integer) type.getMethod("getNumber").invoke(arguments[0]));
              yield null;
            }
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> name;
          });
      before.put(signal, handle(type, handler).invoke(null, signal, ours));
    } catch (ReflectiveOperationException e) {
      // No such signal on this system, or none that a program may hear: it ends the process, as before.
      progress.now("signal " + name + " is not heard: " + e);
    }
  }

  private static Method handle(Class<?> type, Class<?> handler) throws NoSuchMethodException {
    return type.getMethod("handle", type, handler);
  }

  private void heard(String name, int number) {
    synchronized (CommandSignals.class) {
      if (caught != null) {
        Runtime.getRuntime().halt(ENDED_BY + number);
      }
      caught = this;
      this.number = number;
    }
    progress.message("SIG" + name + (isPart
        ? ": this training ends with what it has learnt so far; if the scheme around it has more to train, the program "
            + "ends without a model; once more ends it at once"
        : ": training ends with what it has learnt so far; once more ends the program at once"));
    Thread exit = new Thread(this::exitAfterCommand, "exit after SIG" + name);
    exit.setDaemon(false);
    exit.start();
    request.make();
  }

  private void exitAfterCommand() {
    try {
      training.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    System.exit(ENDED_BY + number);
  }

  /** Whether a signal was heard in this thread. */
  static synchronized boolean isCaught() {
    return caught != null && caught.training == Thread.currentThread();
  }

  /** Called before a training: ends the process if a signal was heard in an earlier one. */
  static void exitIfCaught() {
    CommandSignals signals;
    synchronized (CommandSignals.class) {
      signals = isCaught() ? caught : null;
    }
    if (signals == null) {
      return;
    }
    signals.progress.message(signals.isPart && !Caller.isCrossValidation()
        ? "the scheme around it has more to train, so that there is no model"
        : "what was to be trained next, as in a cross-validation, is left out");
    System.exit(ENDED_BY + signals.number);
  }

  /** Training is over: from now on signals mean what they meant before, unless one was heard. */
  void close() {
    synchronized (CommandSignals.class) {
      if (caught != null) {
        // It may have come too late for the training to notice.
        Thread.interrupted();
        return;
      }
      for (Map.Entry<Object, Object> entry : before.entrySet()) {
        restore(entry.getKey(), entry.getValue());
      }
      StopRequest.close();
    }
  }

  private static void restore(Object signal, Object handler) {
    try {
      Class<?> type = signal.getClass();
      handle(type, Class.forName("sun.misc.SignalHandler", true, type.getClassLoader())).invoke(null, signal, handler);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot give signal " + signal + " back", e);
    }
  }
}
